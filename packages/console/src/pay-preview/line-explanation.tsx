import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { formatDate } from '../values/format.ts';
import type { PreviewLine } from './preview-query.ts';

type Step = NonNullable<PreviewLine['explanation']>['steps'][number];

/** How a line came about: every step that its rule needed, then the rule, as on the payslip. */
export function LineExplanation({ line: { explanation } }: { readonly line: PreviewLine }) {
  const t = useTexts();
  if (!explanation) return <Typography variant="body2">{t('payPreview.ruleHidden')}</Typography>;
  return (
    <Box sx={{ maxWidth: { xs: 'calc(100vw - 70px)', md: 900 } }}>
      {explanation.steps.map((step) => (
        <ExplainedStep key={step.code ?? ''} step={step} />
      ))}
    </Box>
  );
}

function ExplainedStep({ step }: { readonly step: Step }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const { code, value, level, version, rule, inputs, brackets, beforeRounding, roundingUnit } = step;
  const whose = t('payPreview.since', { level: t(`payPreview.level.${level}`), on: formatDate(version, locale) });
  return (
    <Box sx={{ py: 0.75, overflowWrap: 'anywhere' }}>
      {code !== null && (
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {t('payPreview.step', { code, value: value ?? '' })}
        </Typography>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {whose}
      </Typography>
      {rule === null ? (
        <Typography variant="body2">{t('payPreview.given')}</Typography>
      ) : (
        <Box component="code" sx={{ display: 'block', fontSize: '0.8125rem', whiteSpace: 'pre-wrap' }}>
          {rule.replaceAll(/\s+/g, ' ')}
        </Box>
      )}
      {inputs.length > 0 && (
        <Typography variant="body2">
          {t('payPreview.reads')}: {inputs.map((each) => `${each.name} = ${each.value}`).join('; ')}
        </Typography>
      )}
      {brackets.length > 0 && <Brackets brackets={brackets} />}
      {roundingUnit !== null && (
        <Typography variant="body2">
          {t('payPreview.rounded', { before: beforeRounding, unit: roundingUnit })}
        </Typography>
      )}
    </Box>
  );
}

function Brackets({ brackets }: { readonly brackets: Step['brackets'] }) {
  const t = useTexts();
  const heads = ['bracketFrom', 'upTo', 'rate', 'ofThis', 'result'];
  return (
    <Table size="small" sx={{ width: 'auto', my: 0.5 }}>
      <TableHead>
        <TableRow>
          {heads.map((head) => (
            <TableCell key={head} align="right">
              {t(`payPreview.${head}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {brackets.map(({ from, upTo, rate, amount, result }) => (
          <TableRow key={from}>
            {[
              ['from', from],
              ['upTo', upTo ?? '–'],
              ['rate', rate],
              ['amount', amount],
              ['result', result],
            ].map(([key, text]) => (
              <TableCell key={key} align="right">
                {text}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
