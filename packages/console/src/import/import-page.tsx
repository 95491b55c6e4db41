import { Alert, Button, Step, StepLabel, Stepper, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { adviceKey } from '../data/graph-error.ts';
import { type ImportReport, type ImportSettings, NO_SETTINGS, sendImport, undoImport } from '../data/imports.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Page } from '../layout/page.tsx';
import { Breadcrumb } from '../record/breadcrumb.tsx';
import { useRefresh } from '../record/use-refresh.ts';
import type { ResourcePageProps } from '../resource-pages.tsx';
import { FaultTable } from './fault-table.tsx';
import { FilePicker } from './file-picker.tsx';
import { ImportCounts } from './import-counts.tsx';
import { ImportOptions } from './import-options.tsx';

/** A file in three steps: choose it, check it without writing, write it. What was written can be taken back. */
export default function ImportPage({ resource }: ResourcePageProps) {
  const t = useTexts();
  const run = useImport(resource.path);
  const { report, settings, problem, busy } = run;
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
      {problem && <Alert severity="error" sx={{ mb: 2 }}>{problem}</Alert>}
      {!written && <FilePicker onFile={(file) => void run.choose(file)} busy={busy} />}
      {report && !written && (
        <>
          <ImportOptions report={report} settings={settings} onChange={(next) => void run.check(next)} />
          <ImportCounts report={report} />
          <FaultTable faults={report.faults} total={report.faultCount} />
          <Button variant="contained" size="medium" loading={busy} disabled={report.faultCount > 0 || report.rowCount === 0} onClick={() => void run.commit()}>
            {t('import.commit', { count: report.rowCount })}
          </Button>
        </>
      )}
      {report && written && <Result report={report} run={run} />}
    </Page>
  );
}

function Result({ report, run }: { report: ImportReport; run: ReturnType<typeof useImport> }) {
  const t = useTexts();
  return (
    <>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t(run.undone ? 'import.undone' : 'import.done')}
      </Typography>
      <ImportCounts report={report} />
      {!run.undone && (
        <Button variant="outlined" color="error" loading={run.busy} onClick={() => void run.undo()} sx={{ mr: 1 }}>
          {t('import.undo')}
        </Button>
      )}
      <Button variant="outlined" color="secondary" onClick={run.reset}>
        {t('import.again')}
      </Button>
    </>
  );
}

function useImport(subject: string) {
  const translate = useTranslate();
  const refresh = useRefresh();
  const [file, setFile] = useState<File>();
  const [settings, setSettings] = useState<ImportSettings>(NO_SETTINGS);
  const [report, setReport] = useState<ImportReport>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [undone, setUndone] = useState(false);
  const attempt = async (work: () => Promise<ImportReport | undefined>) => {
    setBusy(true);
    setProblem('');
    try {
      const answer = await work();
      if (answer) setReport(answer);
    } catch (error) {
      setProblem(translate(adviceKey(error)));
    } finally {
      setBusy(false);
    }
  };
  const check = (next: ImportSettings) => {
    setSettings(next);
    return attempt(async () => file && sendImport(subject, file, next, true));
  };
  return {
    report,
    settings,
    problem,
    busy,
    undone,
    check,
    choose: (chosen: File) => {
      setFile(chosen);
      setSettings(NO_SETTINGS);
      return attempt(() => sendImport(subject, chosen, NO_SETTINGS, true));
    },
    commit: () =>
      attempt(async () => {
        const written = file && (await sendImport(subject, file, settings, false));
        await refresh();
        return written;
      }),
    undo: () =>
      attempt(async () => {
        if (report?.batchId) await undoImport(subject, report.batchId);
        setUndone(true);
        await refresh();
        return undefined;
      }),
    reset: () => {
      setFile(undefined);
      setReport(undefined);
      setSettings(NO_SETTINGS);
      setUndone(false);
    },
  };
}
