import { Box, Paper, Typography } from '@mui/material';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import type { GraphRecord } from '../record/use-record.ts';
import { formatDecimal, formatMoney } from '../values/format.ts';
import type { RunBefore } from './guide-query.ts';
import { percentChange } from './percent-change.ts';

interface RunTotalsProps {
  readonly record: GraphRecord;
  readonly resource: ResourceDefinition;
  /** Null where there is none; undefined where this viewer is not told. */
  readonly before: RunBefore | null | undefined;
}

const OWN = { gross: 'gross', net: 'net', employerCost: 'employerCost' } as const;
/** What whoever sees no run of a few people by itself is told: the sums that were posted. */
const POSTED = { gross: 'postedGross', net: 'postedNet', employerCost: 'postedCost' } as const;

/** What a run comes to, beside the regular run before it. */
export function RunTotals({ record, resource, before }: RunTotalsProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const names = resource.fieldByName.has('gross') ? OWN : POSTED;
  const currency = String(record['currencyCode']);
  const money = (value: string) => formatMoney(value, currency, locale);
  const amounts = (['gross', 'net', 'employerCost'] as const).flatMap((key) => {
    const field = resource.fieldByName.get(names[key]);
    const value: unknown = record[names[key]];
    return field
      ? [{ key, label: field.label, now: typeof value === 'string' ? value : null, past: before?.[key] }]
      : [];
  });
  const people = resource.fieldByName.get('employeeCount');
  const count = String(record['employeeCount'] ?? 0);
  return (
    <Box component="section" aria-label={t('payRun.totals')}>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {t('payRun.totals')}
      </Typography>
      <Paper variant="outlined" sx={{ px: 2, py: 1 }}>
        <Box component="dl" sx={{ m: 0 }}>
          {people && (
            <Total
              label={people.label}
              value={formatDecimal(count, locale)}
              past={before ? formatDecimal(String(before.employeeCount), locale) : null}
              percent={before ? percentChange(String(before.employeeCount), count) : null}
            />
          )}
          {amounts.map(({ key, label, now, past }) => (
            <Total
              key={key}
              label={label}
              value={now === null ? '–' : money(now)}
              past={past === undefined ? null : money(past)}
              percent={past === undefined || now === null ? null : percentChange(past, now)}
            />
          ))}
        </Box>
      </Paper>
      {before !== undefined && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {before ? t('payRun.comparedWith', { period: before.periodName }) : t('payRun.comparedWithNone')}
        </Typography>
      )}
    </Box>
  );
}

interface TotalProps {
  readonly label: string;
  readonly value: string;
  readonly past: string | null;
  /** Change in per cent, with its sign; null where there is nothing to compare with. */
  readonly percent: string | null;
}

function Total({ label, value, past, percent }: TotalProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const sign = percent !== null && !percent.startsWith('-') && Number(percent) !== 0 ? '+' : '';
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, py: 0.75, alignItems: 'baseline' }}>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
        <Box component="span" sx={{ fontWeight: 650, fontSize: '1.05rem', fontVariantNumeric: 'tabular-nums' }}>
          {value}
        </Box>
        {past !== null && (
          <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', color: 'text.secondary' }}>
            {t('payRun.before', { amount: past })}
            {percent !== null && ` (${sign}${formatDecimal(percent, locale)}\u00a0%)`}
          </Box>
        )}
      </Box>
    </Box>
  );
}
