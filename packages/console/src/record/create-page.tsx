import { useMemo, useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';

import { type FormValues, toCreateInput, toFormValues } from '../generator/form-values.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { inputSection } from '../inputs/input-spec.ts';
import { Page } from '../layout/page.tsx';
import { paths } from '../layout/paths.ts';
import { SlotView } from '../layout/slot-view.tsx';
import { useGo } from '../layout/use-go.ts';
import type { ResourcePageProps } from '../resource-pages.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { RecordForm } from './record-form.tsx';
import { useRefresh } from './use-refresh.ts';

export default function CreatePage({ resource }: ResourcePageProps) {
  const t = useTexts();
  const explain = useRefusals();
  const notify = useNotify();
  const go = useGo();
  const refresh = useRefresh();
  const dataProvider = useDataProvider();
  const [problem, setProblem] = useState('');
  const fields = useMemo(() => resource.createSections.flatMap((section) => section.fields), [resource]);
  const sections = useMemo(() => resource.createSections.map(inputSection), [resource]);
  const start = useMemo(() => toFormValues(fields, {}), [fields]);
  const submit = async (values: FormValues) => {
    setProblem('');
    try {
      const { data } = await dataProvider.create(resource.name, { data: toCreateInput(fields, values) });
      await refresh('later');
      notify(t('record.created', { name: resource.label }), { type: 'success' });
      go(paths.show(resource, String(data.id)), { replace: true });
      return undefined;
    } catch (error) {
      const outcome = explain(error, new Set(fields.map(({ inputName }) => inputName)));
      setProblem(outcome.problem);
      return outcome.faults;
    }
  };
  const slot = resource.patch?.formSection;
  return (
    <Page title={t('record.create', { name: resource.label })} before={<Breadcrumb resource={resource} />}>
      <RecordForm sections={sections} start={start} onSubmit={submit} problem={problem}>
        {slot && <SlotView slot={slot} />}
      </RecordForm>
    </Page>
  );
}
