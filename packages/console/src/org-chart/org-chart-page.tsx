import { Autocomplete, Box, Button, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ask } from '../data/graph-client.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { CompanySelect } from '../inputs/company-select.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { ChartTable } from './chart-table.tsx';
import { ChartTree } from './chart-tree.tsx';
import { above, allNodes, buildTree, type ChartPerson, ORG_CHART } from './tree.ts';

/** Who reports to whom, as a tree or as a table of the same. */
export default function OrgChartPage() {
  const t = useTexts();
  const [params, setParams] = useSearchParams();
  const company = params.get('company');
  const asTable = params.get('as') === 'table';
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['orgChart', company],
    queryFn: ({ signal }) => ask<{ orgChart: readonly ChartPerson[] }>(ORG_CHART, { companyId: company }, signal),
  });
  const set = (name: string, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  return (
    <Page title={t('orgChart.title')}>
      <Box className="no-print" sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', mb: 2, alignItems: 'center' }}>
        <CompanySelect value={company} onChange={(id) => set('company', id)} emptyLabel={t('orgChart.allCompanies')} />
        <ToggleButtonGroup
          exclusive
          size="small"
          value={asTable ? 'table' : 'tree'}
          onChange={(_event, shape: string | null) => shape && set('as', shape === 'table' ? 'table' : null)}
          aria-label={t('orgChart.title')}
        >
          <ToggleButton value="tree">{t('orgChart.tree')}</ToggleButton>
          <ToggleButton value="table">{t('orgChart.table')}</ToggleButton>
        </ToggleButtonGroup>
      </Box>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {isPending && <PageLoading />}
      {data && data.orgChart.length === 0 && <Typography color="text.secondary">{t('orgChart.empty')}</Typography>}
      {data &&
        data.orgChart.length > 0 &&
        (asTable ? <ChartTable people={data.orgChart} /> : <Tree people={data.orgChart} />)}
    </Page>
  );
}

function Tree({ people }: { people: readonly ChartPerson[] }) {
  const t = useTexts();
  const nodes = useMemo(() => buildTree(people), [people]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(nodes.map(({ id }) => id)));
  const [focused, setFocused] = useState(nodes[0]?.id ?? '');
  const find = (person: ChartPerson | null) => {
    if (!person) return;
    setOpen(new Set([...open, ...above(people, person.id)]));
    setFocused(person.id);
  };
  return (
    <>
      <Box className="no-print" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mb: 1.5, alignItems: 'center' }}>
        <Autocomplete
          options={[...people]}
          getOptionKey={({ id }) => id}
          getOptionLabel={({ name }) => name}
          value={null}
          blurOnSelect
          onChange={(_event, person) => find(person)}
          noOptionsText={t('input.noOptions')}
          openText={t('input.open')}
          closeText={t('input.open')}
          sx={{ width: 260 }}
          renderInput={(params) => <TextField {...params} label={t('orgChart.find')} margin="none" />}
        />
        <Button color="secondary" onClick={() => setOpen(new Set(allNodes(nodes).map(({ id }) => id)))}>
          {t('orgChart.expandAll')}
        </Button>
        <Button color="secondary" onClick={() => setOpen(new Set())}>
          {t('orgChart.collapseAll')}
        </Button>
      </Box>
      <ChartTree nodes={nodes} open={open} onOpen={setOpen} focused={focused} onFocus={setFocused} />
    </>
  );
}
