import {
  Box,
  Button,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ask } from '../data/graph-client.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { EnumChip } from '../values/enum-chip.tsx';
import {
  ALL_PROBLEMS,
  PROBLEMS_AT_ONCE,
  type ProblemFilter,
  type ProblemPage,
  problemsWhere,
  RUN_PROBLEMS,
  type RunProblem,
} from './guide-query.ts';
import { placeOf } from './problem-place.ts';
import { ProblemSentence } from './problem-sentence.tsx';

interface ProblemTableProps {
  readonly runId: string;
  /** The first page of all of them, which came with the guide. */
  readonly first: ProblemPage;
}

/** What stands against paying somebody, and what should be looked at: by severity and name, with the place to mend it. */
export function ProblemTable({ runId, first }: ProblemTableProps) {
  const t = useTexts();
  const [filter, setFilter] = useState<ProblemFilter>(ALL_PROBLEMS);
  const [offset, setOffset] = useState(0);
  const asked = useDeferredValue(filter);
  const isFirst = offset === 0 && asked.severity === null && asked.name.trim() === '';
  const { data, error, refetch } = useQuery({
    queryKey: ['PayProblem', 'of run', runId, asked, offset],
    enabled: !isFirst,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ask<{ problems: ProblemPage }>(RUN_PROBLEMS, { where: problemsWhere(runId, asked), offset }, signal),
  });
  const page = isFirst ? first : data?.problems;
  const change = (next: Partial<ProblemFilter>) => {
    setFilter({ ...filter, ...next });
    setOffset(0);
  };
  return (
    <Box component="section" aria-label={t('payRun.problems')}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('payRun.problems')}
      </Typography>
      {first.totalCount === 0 ? (
        <Typography color="text.secondary">{t('payRun.noProblems')}</Typography>
      ) : (
        <>
          <Filters filter={filter} onChange={change} />
          {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
          {page && <Problems page={page} />}
          {page && <Pages page={page} offset={offset} onGo={setOffset} />}
        </>
      )}
    </Box>
  );
}

interface FiltersProps {
  readonly filter: ProblemFilter;
  readonly onChange: (next: Partial<ProblemFilter>) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const t = useTexts();
  const severities = useCatalogue().enums.get('PayProblemSeverity')?.values ?? [];
  return (
    <Box className="no-print" sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label={t('payRun.severity')}
        value={filter.severity ?? 'ALL'}
        onChange={(_event, value: string | null) => onChange({ severity: value === 'ALL' ? null : value })}
      >
        <ToggleButton value="ALL">{t('payRun.allProblems')}</ToggleButton>
        {severities.map(({ name, label }) => (
          <ToggleButton key={name} value={name}>
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <TextField
        id="problem-person"
        label={t('payRun.person')}
        margin="none"
        autoComplete="off"
        value={filter.name}
        onChange={({ target }) => onChange({ name: target.value })}
        fullWidth={false}
        sx={{ width: { xs: '100%', sm: 240 } }}
      />
    </Box>
  );
}

function Problems({ page }: { readonly page: ProblemPage }) {
  const t = useTexts();
  if (page.nodes.length === 0) return <Typography color="text.secondary">{t('payRun.noneOfThese')}</Typography>;
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={t('payRun.problems')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {['severity', 'person', 'what', 'mend'].map((head) => (
              <TableCell key={head}>{t(`payRun.${head}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {page.nodes.map((problem) => (
            <ProblemRow key={problem.id} problem={problem} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function ProblemRow({ problem }: { readonly problem: RunProblem }) {
  const t = useTexts();
  const { severity, code, message, values, employee } = problem;
  const employees = useCatalogue().byName.get('Employee');
  const name = employee?._label ?? t('payRun.everybody');
  return (
    <TableRow hover>
      <TableCell sx={{ verticalAlign: 'top' }}>
        <EnumChip enumName="PayProblemSeverity" value={severity} />
      </TableCell>
      <TableCell sx={{ verticalAlign: 'top', minWidth: 130 }}>
        {employee && employees ? <RouterLink to={paths.show(employees, employee.id)}>{name}</RouterLink> : name}
      </TableCell>
      <TableCell sx={{ minWidth: 240, overflowWrap: 'anywhere' }}>
        <ProblemSentence code={code} message={message} values={values} />
      </TableCell>
      <TableCell sx={{ verticalAlign: 'top', whiteSpace: 'nowrap' }}>
        {severity === 'ERROR' && <MendLink problem={problem} name={name} />}
      </TableCell>
    </TableRow>
  );
}

/** To the place where a problem is mended, where this viewer sees it. */
function MendLink({ problem, name }: { readonly problem: RunProblem; readonly name: string }) {
  const t = useTexts();
  const place = placeOf(problem);
  const resource = useCatalogue().byName.get(place.entity);
  if (!resource) return null;
  const to =
    'id' in place
      ? `${paths.show(resource, place.id)}${place.tab ? `?tab=${place.tab}` : ''}`
      : `${paths.list(resource)}${place.filter ? `?${new URLSearchParams({ filter: JSON.stringify(place.filter) })}` : ''}`;
  return (
    <RouterLink to={to} aria-label={t('payRun.mendOf', { place: resource.label, name })}>
      {resource.label}
    </RouterLink>
  );
}

interface PagesProps {
  readonly page: ProblemPage;
  readonly offset: number;
  readonly onGo: (offset: number) => void;
}

function Pages({ page, offset, onGo }: PagesProps) {
  const t = useTexts();
  if (page.totalCount <= PROBLEMS_AT_ONCE) return null;
  const until = offset + page.nodes.length;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', justifyContent: 'flex-end', mt: 1 }}>
      <Typography aria-live="polite" variant="body2" color="text.secondary">
        {t('payRun.shown', { from: offset + 1, until, total: page.totalCount })}
      </Typography>
      <Button disabled={offset === 0} onClick={() => onGo(Math.max(0, offset - PROBLEMS_AT_ONCE))}>
        {t('list.previous')}
      </Button>
      <Button disabled={until >= page.totalCount} onClick={() => onGo(offset + PROBLEMS_AT_ONCE)}>
        {t('list.next')}
      </Button>
    </Box>
  );
}
