import { useState } from 'react';
import { type ImportReport, type ImportSettings, NO_SETTINGS, sendImport, undoImport } from '../data/imports.ts';
import { newIdempotencyKey } from '../generator/idempotency-key.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useRefresh } from '../record/use-refresh.ts';

/** The course of one import, from the file to its result and back. */
export function useImport(subject: string, onlyCompany: string | undefined) {
  const explain = useRefusals();
  const refresh = useRefresh();
  const [file, setFile] = useState<File>();
  const [chosenSettings, setSettings] = useState<ImportSettings>(NO_SETTINGS);
  const settings = { ...chosenSettings, companyId: chosenSettings.companyId ?? onlyCompany ?? null };
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
      setProblem(explain(error, new Set()).problem);
    } finally {
      setBusy(false);
    }
  };
  const check = (next: ImportSettings, chosen = file) => {
    setSettings(next);
    return attempt(async () => (chosen && next.companyId ? sendImport(subject, 'check', chosen, next) : undefined));
  };
  const commit = () =>
    attempt(async () => {
      const written = file && (await sendImport(subject, 'commit', file, settings));
      await refresh();
      return written;
    });
  const undo = () =>
    attempt(async () => {
      if (report?.batchId) await undoImport(report.batchId, newIdempotencyKey());
      setUndone(true);
      await refresh();
      return undefined;
    });
  return {
    file,
    report,
    settings,
    problem,
    busy,
    undone,
    ready: settings.companyId !== null,
    check,
    commit,
    undo,
    /** Another file starts anew, with the same company. */
    choose: (chosen: File) => {
      setFile(chosen);
      return check({ ...NO_SETTINGS, companyId: settings.companyId }, chosen);
    },
    reset: () => {
      setFile(undefined);
      setReport(undefined);
      setUndone(false);
    },
  };
}
