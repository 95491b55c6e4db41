import { useState } from 'react';
import { type BooksReport, sendBooks } from '../data/books.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useRefresh } from '../record/use-refresh.ts';

/** The course of one import of books: a file is checked, looked at, and brought in. */
export function useBooksImport(onlyCompany: string | undefined) {
  const explain = useRefusals();
  const refresh = useRefresh();
  const [chosenCompany, setCompany] = useState<string | null>(null);
  const companyId = chosenCompany ?? onlyCompany ?? null;
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<BooksReport>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const attempt = async (step: 'check' | 'commit', given: File | undefined, into: string | null) => {
    if (!given || !into) return;
    setBusy(true);
    setProblem('');
    try {
      setReport(await sendBooks(step, given, into));
      if (step === 'commit') await refresh();
    } catch (error) {
      setProblem(explain(error, new Set()).problem);
    } finally {
      setBusy(false);
    }
  };
  return {
    companyId,
    report,
    problem,
    busy,
    choose: (chosen: File) => {
      setFile(chosen);
      return attempt('check', chosen, companyId);
    },
    into: (id: string | null) => {
      setCompany(id);
      setReport(undefined);
      return attempt('check', file, id);
    },
    commit: () => attempt('commit', file, companyId),
    reset: () => {
      setFile(undefined);
      setReport(undefined);
    },
  };
}
