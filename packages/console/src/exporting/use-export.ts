import { useEffect, useRef, useState } from 'react';
import { type ExportRequest, type ExportState, exportState, fetchExport, requestExport } from '../data/exports.ts';
import type { ExportFormat } from './formats.ts';

const lookEveryMilliseconds = 400;
/** A file that is there within this time is handed out by itself: whoever asked still waits for it. */
const patienceMilliseconds = 2_000;

/** Where an export that was just asked for stands. */
export interface Exporting {
  readonly state: ExportState | undefined;
  readonly error: unknown;
  /** Whether it takes longer than one waits without being told anything. */
  readonly isLong: boolean;
}

const isOpen = ({ status }: ExportState): boolean => status === 'QUEUED' || status === 'RUNNING';

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, lookEveryMilliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Asks for an export once and follows it. `onFetched` is called when its file was handed out by itself. */
export function useExport(request: ExportRequest, format: ExportFormat, onFetched: () => void): Exporting {
  const [exporting, setExporting] = useState<Exporting>({ state: undefined, error: undefined, isLong: false });
  const asked = useRef<Promise<ExportState>>(undefined);
  const fetched = useRef(onFetched);
  fetched.current = onFetched;
  // What was asked for stays what it was, whatever becomes of the list behind it.
  const wanted = useRef({ request, format });
  useEffect(() => {
    asked.current ??= requestExport(wanted.current.request, wanted.current.format);
    const asking = asked.current;
    const over = new AbortController();
    const begunAt = Date.now();
    const follow = async () => {
      let state = await asking;
      while (isOpen(state) && !over.signal.aborted) {
        setExporting({ state, error: undefined, isLong: Date.now() - begunAt > patienceMilliseconds });
        await pause(over.signal);
        if (!over.signal.aborted) state = await exportState(state.id, over.signal);
      }
      if (over.signal.aborted) return;
      const isLong = Date.now() - begunAt > patienceMilliseconds;
      if (state.status === 'READY' && !isLong) {
        await fetchExport(state.id);
        fetched.current();
      } else setExporting({ state, error: undefined, isLong: true });
    };
    follow().catch((error: unknown) => {
      if (!over.signal.aborted) setExporting((now) => ({ ...now, error, isLong: true }));
    });
    return () => over.abort();
  }, []);
  return exporting;
}
