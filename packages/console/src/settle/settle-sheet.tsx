import { Alert, Button, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { ask } from '../data/graph-client.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { formatMoney } from '../values/format.ts';
import { ItemTable } from './item-table.tsx';
import { OPEN_ITEMS, type OpenItem } from './settle-query.ts';
import { sumOf, type Terms, useSettlement } from './use-settlement.ts';

interface SettleSheetProps {
  readonly partyId: string;
  /** Items that are ticked from the start. */
  readonly ticked?: readonly string[];
}

/** What is open between the company and a business partner, to be ticked and settled. */
export function SettleSheet({ partyId, ticked = [] }: SettleSheetProps) {
  const t = useTexts();
  const { data, error, refetch } = useQuery({
    queryKey: ['OpenItem', 'of party', partyId],
    queryFn: ({ signal }) => ask<{ openItems: { nodes: readonly OpenItem[] } }>(OPEN_ITEMS, { party: partyId }, signal),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const items = data.openItems.nodes;
  if (items.length === 0) return <Typography color="text.secondary">{t('settle.nothing')}</Typography>;
  return <Items items={items} ticked={ticked} />;
}

function Items({ items, ticked }: { items: readonly OpenItem[]; ticked: readonly string[] }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const notify = useNotify();
  const settlement = useSettlement(items, ticked);
  const { chosen, busy, problem } = settlement;
  const mayChoose = useCatalogue()
    .byName.get('Allocation')
    ?.listActions.some(({ name }) => name === 'allocateItems');
  const settle = async () => {
    if (await settlement.settle()) notify(t('settle.done'), { type: 'success' });
  };
  const currency = chosen[0]?.currencyCode;
  const sum = (side: 'debit' | 'credit') => formatMoney(sumOf(chosen, side), currency, locale);
  const convertible = chosen.some(({ line }) => line !== null && Number(line.rate) !== 1);
  return (
    <>
      <ItemTable items={items} settlement={settlement} mayChoose={mayChoose ?? false} />
      {mayChoose && (
        <>
          <Typography role="status" sx={{ my: 1.5 }}>
            {chosen.length === 0
              ? t('settle.choose')
              : t('settle.chosen', { debit: sum('debit'), credit: sum('credit') })}
          </Typography>
          <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'flex-start' }}>
            <TermField name="settledOn" settlement={settlement} />
            {convertible && <TermField name="gainAccount" settlement={settlement} />}
            {convertible && <TermField name="lossAccount" settlement={settlement} />}
            <Button
              variant="contained"
              disabled={busy || chosen.length < 2}
              onClick={() => void settle()}
              sx={{ mt: 0.5 }}
            >
              {t('settle.settle')}
            </Button>
          </Stack>
        </>
      )}
      {problem && (
        <Alert severity="error" sx={{ mt: 1.5 }}>
          {problem}
        </Alert>
      )}
    </>
  );
}

interface TermFieldProps {
  readonly name: keyof Terms;
  readonly settlement: ReturnType<typeof useSettlement>;
}

function TermField({ name, settlement: { terms, change, faults } }: TermFieldProps) {
  const t = useTexts();
  const fault = faults.get(name);
  return (
    <TextField
      id={`settle-${name}`}
      type={name === 'settledOn' ? 'date' : 'text'}
      label={t(`settle.${name}`)}
      margin="none"
      autoComplete="off"
      value={terms[name]}
      error={fault !== undefined}
      helperText={fault ?? t(`settle.${name}Help`)}
      onChange={({ target }) => change({ [name]: target.value })}
      fullWidth={false}
      sx={{ width: { xs: '100%', sm: 230 } }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
