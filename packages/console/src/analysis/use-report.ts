import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { ask } from '../data/graph-client.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { type PlannedReport, planReport, type ReportQuery, reportQuery } from './report-query.ts';
import type { ReportState } from './report-state.ts';
import { type ReportAnswer, type ReportTable, tableOf } from './report-table.ts';

const PAUSE_MS = 300;

/** The latest value that has stood for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

interface Asked {
  readonly planned: PlannedReport;
  readonly operation: ReportQuery;
}

/** A report and its answer, asked once its choices have stood for a moment. What was asked before stays in view meanwhile. */
export function useReport(resource: ResourceDefinition, state: ReportState) {
  const catalogue = useCatalogue();
  const asked = useMemo((): Asked => {
    const planned = planReport(resource, state, catalogue);
    return { planned, operation: reportQuery(planned) };
  }, [resource, state, catalogue]);
  const { planned, operation } = useSettled(asked);
  const { query, variables } = operation;
  const result = useQuery({
    queryKey: [resource.name, 'report', query, variables],
    queryFn: async ({ signal }): Promise<{ planned: PlannedReport; table: ReportTable }> => {
      const answer = await ask<ReportAnswer>(query, variables, signal);
      return { planned, table: tableOf(planned, answer) };
    },
    placeholderData: keepPreviousData,
  });
  // How it is drawn needs no other answer.
  const data = result.data && {
    ...result.data,
    planned: { ...result.data.planned, state: { ...result.data.planned.state, chart: planned.state.chart } },
  };
  return { ...result, data, operation: asked.operation };
}
