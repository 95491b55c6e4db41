import { useRef, useState } from 'react';
import { mutate } from '../data/graph-client.ts';
import type { UserError } from '../data/graph-error.ts';
import type { FormValues } from '../generator/form-values.ts';
import { newIdempotencyKey } from '../generator/idempotency-key.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useRefresh } from '../record/use-refresh.ts';
import type { BulkAction, BulkRow } from './bulk-action.ts';
import { type Result, runEach } from './run-each.ts';

/** The course of one action over several records, row by row. */
export function useBulkRun(action: BulkAction, rows: readonly BulkRow[]) {
  const explain = useRefusals();
  const refresh = useRefresh();
  const [results, setResults] = useState<ReadonlyMap<string, Result<BulkRow>>>(new Map());
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);
  // One key for each record for as long as the dialog is open: what is tried again does not act twice.
  const [keys] = useState(() => new Map(rows.map(({ id }) => [id, newIdempotencyKey()])));
  const [values, setValues] = useState<FormValues>({});
  const failed = [...results.values()].filter(({ problem }) => problem !== null);
  const done = results.size - failed.length;
  const run = async (given: FormValues): Promise<void> => {
    setValues(given);
    stopped.current = false;
    const due = rows.filter(({ id }) => results.get(id)?.problem !== null);
    setResults((before) => new Map([...before].filter(([, { problem }]) => problem === null)));
    setRunning(true);
    await runEach(due, {
      work: (row) =>
        mutate<{ userErrors: UserError[] }>(action.mutation, action.input(row, given, keys.get(row.id) ?? '')),
      explain: (error) => explain(error, new Set()).problem,
      tell: (result) => setResults((before) => new Map(before).set(result.row.id, result)),
      stopped: () => stopped.current,
    });
    await refresh();
    setRunning(false);
  };
  return {
    run,
    again: () => run(values),
    stop: () => {
      stopped.current = true;
    },
    running,
    begun: running || results.size > 0,
    done,
    failed,
    tried: results.size,
    /** The records that it was not done with. */
    left: rows.filter(({ id }) => results.get(id)?.problem !== null).map(({ id }) => id),
  };
}
