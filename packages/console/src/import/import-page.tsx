import { Alert, Button, Step, StepLabel, Stepper, Typography } from '@mui/material';
import { faultyRows } from '../data/imports.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { CompanySelect, useCompanies } from '../inputs/company-select.tsx';
import { Page } from '../layout/page.tsx';
import { StillWorking } from '../layout/still-working.tsx';
import { Breadcrumb } from '../record/breadcrumb.tsx';
import type { ResourcePageProps } from '../resource-pages.tsx';
import { FaultTable } from './fault-table.tsx';
import { FilePicker } from './file-picker.tsx';
import { ImportCounts } from './import-counts.tsx';
import { ImportOptions } from './import-options.tsx';
import { useImport } from './use-import.ts';

type Course = ReturnType<typeof useImport>;

/** A file in three steps: choose it, check it without writing, write it. What was written can be taken back. */
export default function ImportPage({ resource }: ResourcePageProps) {
  const t = useTexts();
  const companies = useCompanies();
  // Where there is but one company, there is nothing to choose.
  const course = useImport(resource.path, companies?.length === 1 ? companies[0]?.id : undefined);
  const { report, settings, problem } = course;
  const written = report?.batchId != null;
  return (
    <Page title={t('import.into', { name: resource.pluralLabel })} before={<Breadcrumb resource={resource} />}>
      <Stepper activeStep={written ? 2 : report ? 1 : 0} sx={{ mb: 3, maxWidth: 700 }}>
        {['stepFile', 'stepCheck', 'stepDone'].map((step) => (
          <Step key={step}>
            <StepLabel>{t(`import.${step}`)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      {!written && (
        <>
          <div style={{ marginBottom: 16 }}>
            <CompanySelect
              value={settings.companyId}
              onChange={(companyId) => void course.check({ ...settings, companyId })}
              emptyLabel={t('import.chooseCompany')}
            />
          </div>
          <FilePicker onFile={(file) => void course.choose(file)} busy={course.busy} disabled={!course.ready} />
        </>
      )}
      {problem && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {problem}
        </Alert>
      )}
      <StillWorking busy={course.busy} />
      {report && !written && <Checked course={course} />}
      {report && written && <Result course={course} />}
    </Page>
  );
}

function Checked({ course: { report, settings, busy, check, commit } }: { course: Course }) {
  const t = useTexts();
  const locale = useReaderLocale();
  if (!report) return null;
  const faulty = faultyRows(report);
  const count = report.created + report.updated;
  const blocked = count === 0 || (report.faults.length > 0 && !settings.rejectRows);
  return (
    <>
      <ImportOptions report={report} settings={settings} onChange={(next) => void check(next)} />
      <ImportCounts report={report} faulty={faulty} />
      <FaultTable faults={report.faults} />
      <Button variant="contained" size="medium" loading={busy} disabled={blocked} onClick={() => void commit()}>
        {t('import.commit', { smart_count: count, count: count.toLocaleString(locale) })}
      </Button>
    </>
  );
}

function Result({ course: { report, undone, busy, undo, reset } }: { course: Course }) {
  const t = useTexts();
  if (!report) return null;
  return (
    <>
      <Typography variant="h2" role="status" sx={{ mb: 1 }}>
        {t(undone ? 'import.undone' : 'import.done')}
      </Typography>
      <ImportCounts report={report} faulty={faultyRows(report)} />
      {report.faults.length > 0 && <FaultTable faults={report.faults} />}
      {!undone && (
        <Button variant="outlined" color="error" loading={busy} onClick={() => void undo()} sx={{ mr: 1 }}>
          {t('import.undo')}
        </Button>
      )}
      <Button variant="outlined" color="secondary" onClick={reset}>
        {t('import.again')}
      </Button>
    </>
  );
}
