import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, Checkbox, FormControlLabel, FormGroup, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router-dom';
import { saveFile } from '../data/exports.ts';
import { ask } from '../data/graph-client.ts';
import type { MetaFigureKey, MetaFigures } from '../generator/meta.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { CompanySelect, useCompanies } from '../inputs/company-select.tsx';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { formatInstant } from '../values/format.ts';
import { csvOf, type FiguresAnswer, figuresQuery, rowsOf } from './figures.ts';
import { FiguresTable } from './figures-table.tsx';
import { useKeyText } from './use-key-text.ts';

/** Totals over groups of people, for those who may read them: nobody single is told of. */
export default function FiguresPage() {
  const { name } = useParams();
  const figures = useCatalogue().figures.find(({ single }) => single === name);
  return figures ? <Questions key={figures.name} figures={figures} /> : <NotFoundPage />;
}

function Questions({ figures }: { figures: MetaFigures }) {
  const t = useTexts();
  const [params, setParams] = useSearchParams();
  const companies = useCompanies();
  const only = companies?.length === 1 ? (companies[0]?.id ?? null) : null;
  const companyId = params.get('company') ?? only;
  const asked = new Set(params.get('by')?.split(','));
  const by = figures.dimensions.filter((key) => asked.has(key.name));
  const set = (parameter: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(parameter, value);
    else next.delete(parameter);
    setParams(next, { replace: true });
  };
  const toggle = (key: MetaFigureKey) => {
    const names = figures.dimensions.filter((each) => by.includes(each) !== (each === key)).map((each) => each.name);
    set('by', names.join(','));
  };
  return (
    <Page title={figures.label}>
      <Box className="no-print" sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
        <CompanySelect
          value={companyId}
          onChange={(id) => set('company', id ?? '')}
          emptyLabel={t('import.chooseCompany')}
        />
        <Box role="group" aria-label={t('figures.by')}>
          <FormGroup row sx={{ columnGap: 1, alignItems: 'center' }}>
            <Typography component="span" sx={{ color: 'text.secondary', mr: 1 }}>
              {t('figures.by')}
            </Typography>
            {figures.dimensions.map((key) => (
              <FormControlLabel
                key={key.name}
                control={<Checkbox size="small" checked={by.includes(key)} onChange={() => toggle(key)} />}
                label={key.label}
              />
            ))}
          </FormGroup>
        </Box>
      </Box>
      {companyId ? (
        <Answer figures={figures} by={by} companyId={companyId} />
      ) : (
        <Unchosen known={companies !== undefined} />
      )}
    </Page>
  );
}

/** Which companies there are comes first. */
function Unchosen({ known }: { known: boolean }) {
  const t = useTexts();
  return known ? <Typography color="text.secondary">{t('figures.choose')}</Typography> : <PageLoading />;
}

interface AnswerProps {
  readonly figures: MetaFigures;
  readonly by: readonly MetaFigureKey[];
  readonly companyId: string;
}

function Answer({ figures, by, companyId }: AnswerProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const groupBy = by.flatMap(({ dimension }) => dimension ?? []);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['figures', figures.name, companyId, groupBy],
    queryFn: ({ signal }) => ask<{ it: FiguresAnswer | null }>(figuresQuery(figures), { companyId, groupBy }, signal),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  const answer = data.it;
  if (!answer) return <Typography color="text.secondary">{t('figures.notYours')}</Typography>;
  const rows = rowsOf(figures, answer.groups, by.length > 0);
  return (
    <>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
        <Typography sx={{ color: 'text.secondary', mr: 'auto' }}>
          {t('figures.asOf', { at: formatInstant(answer.asOf, locale) })}
        </Typography>
        {rows.length > 0 && <SaveButton figures={figures} by={by} answer={answer} />}
      </Box>
      {rows.length > 0 ? (
        <FiguresTable figures={figures} by={by} rows={rows} />
      ) : (
        <Typography>{t('figures.nothing')}</Typography>
      )}
      <Typography role="note" sx={{ color: 'text.secondary', mt: 1.5, maxWidth: 760 }}>
        {t('figures.leftOut')}
      </Typography>
    </>
  );
}

/** The groups as they were told, as a file. */
function SaveButton({ figures, by, answer }: Omit<AnswerProps, 'companyId'> & { answer: FiguresAnswer }) {
  const t = useTexts();
  const text = useKeyText();
  const save = () => {
    const head = [...by, ...figures.always].map(({ label }) => label);
    const lines = answer.groups.map((group) => [
      ...by.map((key) => (group.groupedBy.length === 0 ? t('figures.all') : text(key, group))),
      ...figures.always.map((key) => text(key, group)),
      String(group.count),
      group.sum,
      group.average,
    ]);
    const csv = csvOf([[...head, t('figures.people'), t('figures.sum'), t('figures.average')], ...lines]);
    saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${figures.label} ${answer.asOf.slice(0, 10)}.csv`);
  };
  return (
    <Button color="secondary" variant="outlined" className="no-print" startIcon={<DownloadIcon />} onClick={save}>
      {t('list.export')}
    </Button>
  );
}
