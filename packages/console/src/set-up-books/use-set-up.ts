import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, mutate } from '../data/graph-client.ts';
import type { UserError } from '../data/graph-error.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useRefresh } from '../record/use-refresh.ts';
import {
  COMPANIES_TO_SET_UP,
  type CompanyChoice,
  chartOf,
  monthsOf,
  SET_UP_BOOKS,
  SHIPPED_CHARTS,
  type ShippedChart,
  yearEnd,
} from './set-up-query.ts';

const thisYear = (): string => `${new Date().getFullYear()}-01-01`;

/** What was chosen for the books so far, and their making. */
export function useSetUp() {
  const explain = useRefusals();
  const refresh = useRefresh();
  const companies = useQuery({
    queryKey: ['set-up', 'companies'],
    queryFn: ({ signal }) => ask<{ companies: { nodes: readonly CompanyChoice[] } }>(COMPANIES_TO_SET_UP, {}, signal),
  });
  const all = companies.data?.companies.nodes ?? [];
  const free = all.filter(({ fiscalYears }) => fiscalYears.totalCount === 0);
  const [companyId, setCompanyId] = useState<string | null>(null);
  const company = free.find(({ id }) => id === companyId) ?? free[0];
  const charts = useQuery({
    queryKey: ['set-up', 'charts', company?.locale],
    enabled: company !== undefined,
    queryFn: ({ signal }) =>
      ask<{ shippedCharts: readonly ShippedChart[] }>(SHIPPED_CHARTS, { locale: company?.locale }, signal),
  });
  const [key, setKey] = useState<string | null>(null);
  const offered = charts.data?.shippedCharts ?? [];
  const proposed = key ?? chartOf(company?.country ?? '');
  const chart = offered.find((each) => each.key === proposed);
  const [startsOn, setStartsOn] = useState(thisYear);
  const [typedEnd, setEndsOn] = useState('');
  const endsOn = typedEnd || (startsOn && yearEnd(startsOn));
  const [problem, setProblem] = useState('');
  const [state, setState] = useState<'choosing' | 'making' | 'done'>('choosing');
  const make = async () => {
    setState('making');
    setProblem('');
    try {
      const input = { companyId: company?.id, chart: chart?.key, startsOn, endsOn };
      await mutate<{ userErrors: readonly UserError[] }>(SET_UP_BOOKS, input);
      await refresh('later');
      setState('done');
    } catch (error) {
      setProblem(explain(error, new Set()).problem);
      setState('choosing');
    }
  };
  return {
    error: companies.error ?? charts.error,
    isPending: companies.isPending || (company !== undefined && charts.isPending),
    free,
    company,
    setCompanyId,
    charts: offered,
    chart,
    setKey,
    startsOn,
    setStartsOn,
    endsOn,
    setEndsOn,
    months: monthsOf(startsOn, endsOn),
    problem,
    state,
    make,
  };
}

export type SetUp = ReturnType<typeof useSetUp>;
