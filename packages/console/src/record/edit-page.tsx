import { Alert } from '@mui/material';
import { lazy, Suspense, useMemo, useState } from 'react';
import { RecordContextProvider, useDataProvider, useNotify } from 'react-admin';
import { useParams } from 'react-router-dom';
import { refusalOf } from '../data/graph-error.ts';
import { changedInput, type FormValues, toFormValues } from '../generator/form-values.ts';
import type { FieldDefinition, ResourceDefinition } from '../generator/resource-definition.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { companyIdOf, FormCompany } from '../inputs/form-company.ts';
import { inputSection, specOfField } from '../inputs/input-spec.ts';
import { ErrorNote } from '../layout/error-note.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { paths } from '../layout/paths.ts';
import { SlotView } from '../layout/slot-view.tsx';
import { useGo } from '../layout/use-go.ts';
import type { ResourcePageProps } from '../resource-pages.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { RecordForm } from './record-form.tsx';
import { type GraphRecord, labelOf, useRecord } from './use-record.ts';
import { useRefresh } from './use-refresh.ts';

const ConflictDialog = lazy(() => import('./conflict-dialog.tsx'));

export default function EditPage({ resource }: ResourcePageProps) {
  const t = useTexts();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRecord(resource, id);
  // The version that the form starts from is kept: a later reading of the record must not slip under the editor's hands.
  const [started, setStarted] = useState<GraphRecord>();
  if (data && !started) setStarted(data);
  const label = labelOf(started, resource);
  return (
    <Page title={label} before={<Breadcrumb resource={resource} record={{ id, label }} />} subtitle={resource.label}>
      {error && !started && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!started && !error && <PageLoading />}
      {started && data && data.version !== started.version && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('conflict.title')}
        </Alert>
      )}
      {started && <EditForm resource={resource} record={started} />}
    </Page>
  );
}

interface Conflict {
  readonly mine: FormValues;
  readonly stored: GraphRecord;
}

// The form stands outside the record's context, from which react-admin would fill inputs by their names.
function EditForm({ resource, record }: { resource: ResourceDefinition; record: GraphRecord }) {
  const t = useTexts();
  const { sections, fields } = useEditableFields(resource, record);
  const start = useMemo(() => toFormValues(fields, record), [fields, record]);
  const save = useSave(resource, record.id);
  const [problem, setProblem] = useState('');
  const [conflict, setConflict] = useState<Conflict>();
  const submit = async (mine: FormValues) => {
    setProblem('');
    const outcome = await save(changedInput(fields, start, mine), record);
    if (outcome.conflict) setConflict({ mine, stored: outcome.conflict });
    setProblem(outcome.problem ?? '');
    return outcome.faults;
  };
  if (fields.length === 0) return <Alert severity="info">{t('record.readOnly')}</Alert>;
  const slot = resource.patch?.formSection;
  return (
    <>
      <FormCompany value={companyIdOf(record)}>
        <RecordForm sections={sections} start={start} onSubmit={submit} problem={problem}>
          {slot && (
            <RecordContextProvider value={record}>
              <SlotView slot={slot} />
            </RecordContextProvider>
          )}
        </RecordForm>
      </FormCompany>
      {conflict && (
        <Suspense fallback={null}>
          <ConflictDialog
            fields={fields}
            started={start}
            mine={conflict.mine}
            stored={conflict.stored}
            onClose={() => setConflict(undefined)}
            onSave={async (changes) => {
              const outcome = await save(changes, conflict.stored);
              setConflict(outcome.conflict ? { mine: conflict.mine, stored: outcome.conflict } : undefined);
              setProblem(outcome.problem ?? Object.values(outcome.faults ?? {}).join(' '));
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** Of the fields that the entity's update takes, those that this viewer may change on this record. */
function useEditableFields(resource: ResourceDefinition, record: GraphRecord) {
  return useMemo(() => {
    const mayChange = (field: FieldDefinition) =>
      field.update === 'ALWAYS' ? record._can.update : record._can.updatable.includes(field.name);
    const sections = resource.editSections
      .map((section) => ({ ...section, fields: section.fields.filter(mayChange) }))
      .filter((section) => section.fields.length > 0);
    return {
      sections: sections.map(inputSection),
      fields: sections.flatMap((section) => section.fields.map((field) => ({ ...field, ...specOfField(field) }))),
    };
  }, [resource, record]);
}

interface Outcome {
  readonly faults?: Record<string, unknown>;
  readonly problem?: string;
  /** The stored version, where somebody else saved in between. */
  readonly conflict?: GraphRecord;
}

/** Sends the changes against the version they were made on, and goes to the record when they are in. */
function useSave(resource: ResourceDefinition, id: string) {
  const t = useTexts();
  const explain = useRefusals();
  const notify = useNotify();
  const go = useGo();
  const refresh = useRefresh();
  const dataProvider = useDataProvider();
  return async (changes: Record<string, unknown>, previousData: GraphRecord): Promise<Outcome> => {
    const leave = async (message: string) => {
      // The record is asked anew by the page that it is shown on, not by this one.
      await refresh('later');
      notify(message, { type: 'success' });
      go(paths.show(resource, id));
      return {};
    };
    if (Object.keys(changes).length === 0) return leave(t('record.unchanged'));
    try {
      await dataProvider.update(resource.name, { id, data: changes, previousData });
      return await leave(t('record.saved'));
    } catch (error) {
      if (!refusalOf(error)?.conflict) return explain(error, new Set(Object.keys(changes)));
      const { data } = await dataProvider.getOne<GraphRecord>(resource.name, { id });
      return { conflict: data, faults: {} };
    }
  };
}
