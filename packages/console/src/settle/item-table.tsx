import {
  Checkbox,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TextField,
} from '@mui/material';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { useResource } from '../layout/catalogue-context.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { formatDate, formatMoney } from '../values/format.ts';
import type { OpenItem } from './settle-query.ts';
import type { useSettlement } from './use-settlement.ts';

interface ItemTableProps {
  readonly items: readonly OpenItem[];
  readonly settlement: ReturnType<typeof useSettlement>;
  readonly mayChoose: boolean;
}

const nameOf = ({ line }: OpenItem): string =>
  [line?.entry?.journal?.code, line?.entry?.number].filter((part) => part !== undefined).join(' ');

/** Open items, debits and credits in columns of their own; each leads to the entry that left it open. */
export function ItemTable({ items, settlement, mayChoose }: ItemTableProps) {
  const t = useTexts();
  const heads = ['entry', 'about', 'account', 'dueOn'];
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={t('settle.title')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {mayChoose && <TableCell padding="checkbox">{t('settle.tick')}</TableCell>}
            {heads.map((head) => (
              <TableCell key={head}>{t(`settle.${head}`)}</TableCell>
            ))}
            {['debit', 'credit'].map((side) => (
              <TableCell key={side} align="right">
                {t(`settle.${side}`)}
              </TableCell>
            ))}
            {mayChoose && <TableCell>{t('settle.amount')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((item) => (
            <ItemRow key={item.id} item={item} settlement={settlement} mayChoose={mayChoose} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function ItemRow({ item, settlement, mayChoose }: Omit<ItemTableProps, 'items'> & { readonly item: OpenItem }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const entries = useResource('JournalEntry');
  const { id, line, account, dueOn, postingOn, currencyCode, remaining } = item;
  const entry = line?.entry;
  const name = nameOf(item);
  const isCredit = remaining.startsWith('-');
  const money = formatMoney(remaining.replace('-', ''), currencyCode, locale);
  return (
    <TableRow hover selected={settlement.amounts.has(id)}>
      {mayChoose && (
        <TableCell padding="checkbox">
          <Checkbox
            size="small"
            checked={settlement.amounts.has(id)}
            onChange={() => settlement.toggle(id)}
            slotProps={{ input: { 'aria-label': t('settle.tickItem', { name }) } }}
          />
        </TableCell>
      )}
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        {entry && entries ? <RouterLink to={paths.show(entries, entry.id)}>{name}</RouterLink> : name}
      </TableCell>
      <TableCell>{[entry?.reference, line?.text || entry?.text].filter(Boolean).join(' · ')}</TableCell>
      <TableCell>{account && `${account.code} ${account.name}`}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{formatDate(dueOn ?? postingOn, locale)}</TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {!isCredit && money}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {isCredit && money}
      </TableCell>
      {mayChoose && (
        <TableCell sx={{ minWidth: 130 }}>
          <AmountField item={item} name={name} settlement={settlement} />
        </TableCell>
      )}
    </TableRow>
  );
}

interface AmountFieldProps {
  readonly item: OpenItem;
  readonly name: string;
  readonly settlement: ItemTableProps['settlement'];
}

/** How much of an item is settled: as much as can be, where it is left empty. */
function AmountField({ item: { id }, name, settlement: { amounts, faults, setAmount } }: AmountFieldProps) {
  const t = useTexts();
  const amount = amounts.get(id);
  const fault = faults.get(id);
  if (amount === undefined) return null;
  return (
    <TextField
      hiddenLabel
      margin="none"
      size="small"
      value={amount}
      placeholder={t('settle.asMuch')}
      autoComplete="off"
      error={fault !== undefined}
      helperText={fault}
      onChange={({ target }) => setAmount(id, target.value)}
      slotProps={{ htmlInput: { 'aria-label': t('settle.amountOf', { name }), inputMode: 'decimal' } }}
    />
  );
}
