import { Alert, Typography } from '@mui/material';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import type { FormValues } from '../generator/form-values.ts';
import type { MetaAction } from '../generator/meta.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { companyIdOf, FormCompany } from '../inputs/form-company.ts';
import { ErrorNote } from '../layout/error-note.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { paths } from '../layout/paths.ts';
import { SlotView } from '../layout/slot-view.tsx';
import { useGo } from '../layout/use-go.ts';
import { Breadcrumb } from '../record/breadcrumb.tsx';
import { RecordForm } from '../record/record-form.tsx';
import { type GraphRecord, labelOf, useRecord } from '../record/use-record.ts';
import { useRefresh } from '../record/use-refresh.ts';
import type { ResourcePageProps } from '../resource-pages.tsx';
import { actionSections, proposalsOf, startValues } from './action-input.ts';
import { useAction } from './use-action.ts';

const ProposedValues = lazy(() => import('./proposed-values.tsx'));

/** An action that asks for much, on a page of its own. Without a record in the address, it makes a new one. */
export default function ActionPage({ resource }: ResourcePageProps) {
  const { id, action: name } = useParams();
  const actions = id === undefined ? resource.listActions : resource.recordActions;
  const action = actions.find((one) => one.name === name);
  if (!action) return <NotFoundPage />;
  const own = resource.patch?.actionPages.get(action.name);
  if (own) return <SlotView slot={own} />;
  if (id !== undefined) return <OnRecord resource={resource} action={action} id={id} />;
  return (
    <Page title={action.label} before={<Breadcrumb resource={resource} />}>
      <ActionForm resource={resource} action={action} />
    </Page>
  );
}

interface ActionProps {
  readonly resource: ResourceDefinition;
  readonly action: MetaAction;
}

function OnRecord({ resource, action, id }: ActionProps & { id: string }) {
  const t = useTexts();
  const { data: record, error, refetch } = useRecord(resource, id);
  const label = labelOf(record, resource);
  return (
    <Page title={action.label} subtitle={label} before={<Breadcrumb resource={resource} record={{ id, label }} />}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!record && !error && <PageLoading />}
      {record && !record._can.actions.includes(action.name) && (
        <Alert severity="info">{t('action.unavailable', { name: action.label })}</Alert>
      )}
      {record?._can.actions.includes(action.name) && <ActionForm resource={resource} action={action} record={record} />}
    </Page>
  );
}

function ActionForm({ resource, action, record }: ActionProps & { record?: GraphRecord }) {
  const go = useGo();
  const refresh = useRefresh();
  const sections = useMemo(() => actionSections(action), [action]);
  const proposals = useMemo(() => proposalsOf(action), [action]);
  // What the form starts with stays: a later reading of the record must not slip under the editor's hands.
  const [start] = useState(() => startValues(action, record));
  const [problem, setProblem] = useState('');
  const run = useAction({
    record,
    action,
    onDone: async (id = record?.id) => {
      await refresh('later');
      go(id === undefined ? paths.list(resource) : paths.show(resource, id), { replace: true });
    },
  });
  const submit = async (values: FormValues) => {
    setProblem('');
    const outcome = await run(values);
    setProblem(outcome?.problem ?? '');
    return outcome?.faults;
  };
  return (
    <>
      <Typography sx={{ color: 'text.secondary', mb: 2, maxWidth: 760 }}>
        {action.confirmation || action.description}
      </Typography>
      <FormCompany value={companyIdOf(record)}>
        <RecordForm
          sections={sections}
          start={start}
          onSubmit={submit}
          problem={problem}
          submitLabel={action.label}
          destructive={action.destructive}
        >
          {proposals.length > 0 && (
            <Suspense fallback={null}>
              <ProposedValues proposals={proposals} />
            </Suspense>
          )}
        </RecordForm>
      </FormCompany>
    </>
  );
}
