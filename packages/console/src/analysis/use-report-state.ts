import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { type ReportState, readReport, writeReport } from './report-state.ts';

/** Part of an address that names the kept report which it was opened from. */
const SAVED = 'saved';

export interface ReportControl {
  readonly state: ReportState;
  readonly change: (change: Partial<ReportState>) => void;
  /** The report as its address says it: what is kept, and what is compared with what is kept. */
  readonly text: string;
  readonly savedId: string | null;
  /** Goes on as a kept report; null as a new one. */
  readonly becomes: (savedId: string | null) => void;
}

/** Zone by whose clocks this browser runs. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** The state of a report, kept in the address. */
export function useReportState(resource: ResourceDefinition): ReportControl {
  const catalogue = useCatalogue();
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readReport(params, resource, catalogue, ownZone()), [params, resource, catalogue]);
  const savedId = params.get(SAVED);
  const go = useCallback(
    (next: ReportState, saved: string | null) => {
      const address = writeReport(next);
      if (saved) address.set(SAVED, saved);
      setParams(address, { replace: true });
    },
    [setParams],
  );
  return {
    state,
    text: writeReport(state).toString(),
    savedId,
    change: (change) => go({ ...state, ...change }, savedId),
    becomes: (saved) => go(state, saved),
  };
}

/** The address of a kept report. */
export const openSaved = (id: string, state: string): string => {
  const params = new URLSearchParams(state);
  params.set(SAVED, id);
  return params.toString();
};
