import DeleteIcon from '@mui/icons-material/DeleteOutline';
import { IconButton, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, TextField } from '@mui/material';
import { useTexts } from '../i18n/use-texts.ts';
import { AccountCell } from './account-cell.tsx';
import { isOfParties } from './account-search.ts';
import { AmountCell } from './amount-cell.tsx';
import type { Books } from './books.ts';
import { PartyCell } from './party-cell.tsx';
import type { SheetLine } from './sheet.ts';
import { cell, type SheetControl } from './use-sheet.ts';

interface SheetTableProps {
  readonly control: SheetControl;
  readonly books: Books;
  readonly companyId: string;
  /** Whether currency, rate and dimensions are shown as well. */
  readonly wide: boolean;
}

const width = {
  account: 230,
  party: 180,
  debit: 110,
  credit: 110,
  taxCode: 110,
  text: 130,
  currency: 90,
  rate: 110,
} as const;

/** The lines of the sheet, one row each. It scrolls by itself where it is wider than the page. */
export function SheetTable({ control, books, companyId, wide }: SheetTableProps) {
  const t = useTexts();
  const namesParties = control.sheet.lines.some((line) => namesParty(line, control));
  const columns = [
    'account',
    ...(namesParties ? ['party'] : []),
    'debit',
    'credit',
    ...(books.taxes.length > 0 ? ['taxCode'] : []),
    'lineText',
  ];
  const headings = [
    ...columns.map((column) => ({ name: t(`journal.${column}`), right: column === 'debit' || column === 'credit' })),
    ...(wide
      ? [
          ...books.dimensions.map(({ name }) => ({ name, right: false })),
          { name: t('journal.currency'), right: false },
          { name: t('journal.rate'), right: true },
        ]
      : []),
  ];
  return (
    <TableContainer>
      <Table size="small" sx={{ '& td': { verticalAlign: 'top', px: 0.5 }, '& th': { px: 1 } }}>
        <TableHead>
          <TableRow>
            {headings.map(({ name, right }) => (
              <TableCell key={name} align={right ? 'right' : 'left'}>
                {name}
              </TableCell>
            ))}
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {control.sheet.lines.map((line, row) => (
            <Row key={line.key} {...{ line, row, control, books, companyId, wide, namesParties }} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

/** Whether a line has a cell for a customer or supplier. */
const namesParty = (line: SheetLine, { known }: SheetControl): boolean =>
  line.party !== '' || isOfParties(known.get(line.account));

interface RowProps extends SheetTableProps {
  /** Whether any line of the sheet names a customer or supplier. */
  readonly namesParties: boolean;
  readonly line: SheetLine;
  readonly row: number;
}

function Row({ line, row, control, books, companyId, wide, namesParties }: RowProps) {
  const t = useTexts();
  const label = (column: string) => t('journal.ofLine', { column, line: row + 1 });
  const fault = (column: string) => control.faults.get(cell(line.key, column));
  const choice = (
    column: string,
    name: string,
    value: string,
    options: readonly Option[],
    set: (to: string) => void,
  ) => (
    <TableCell>
      <ChoiceCell column={column} label={label(name)} value={value} options={options} fault={fault(column)} set={set} />
    </TableCell>
  );
  const amount = (side: 'debit' | 'credit') => (
    <TableCell sx={{ minWidth: width[side] }}>
      <AmountCell
        column={side}
        label={label(t(`journal.${side}`))}
        value={line[side]}
        fault={fault(side)}
        onChange={(text) => control.amount(line.key, side, text)}
        onFill={() => control.fill(line.key)}
      />
    </TableCell>
  );
  const plain = (column: 'text' | 'currency' | 'rate', name: string) => (
    <TableCell sx={{ minWidth: width[column] }}>
      <TextField
        hiddenLabel
        margin="none"
        size="small"
        value={line[column]}
        autoComplete="off"
        error={fault(column) !== undefined}
        helperText={fault(column)}
        onChange={({ target }) =>
          control.line(line.key, { [column]: column === 'currency' ? target.value.toUpperCase() : target.value })
        }
        slotProps={{ htmlInput: { 'aria-label': label(name), 'data-column': column } }}
      />
    </TableCell>
  );
  return (
    <TableRow data-row={row}>
      <TableCell sx={{ minWidth: width.account }} onFocus={() => control.propose(line.key)}>
        <AccountCell
          inputId={`account-${line.key}`}
          accounts={books.accounts}
          value={line.account}
          label={label(t('journal.account'))}
          fault={fault('account')}
          noHits={t('journal.noAccounts')}
          onChange={(account, left) => control.account(line.key, account, left)}
        />
      </TableCell>
      {namesParties && <PartyPlace {...{ line, row, control, companyId }} label={label(t('journal.party'))} />}
      {amount('debit')}
      {amount('credit')}
      {books.taxes.length > 0 &&
        choice('taxCode', t('journal.taxCode'), line.taxCode, books.taxes, (taxCode) =>
          control.line(line.key, { taxCode }),
        )}
      {plain('text', t('journal.lineText'))}
      {wide &&
        books.dimensions.map(({ code, name, objects }) => (
          <TableCell key={code}>
            <ChoiceCell
              column={`dimension-${code}`}
              label={label(name)}
              value={line.dimensions[code] ?? ''}
              options={objects}
              fault={fault(`dimension-${code}`)}
              set={(object) => control.line(line.key, { dimensions: { ...line.dimensions, [code]: object } })}
            />
          </TableCell>
        ))}
      {wide && plain('currency', t('journal.currency'))}
      {wide && plain('rate', t('journal.rate'))}
      <TableCell sx={{ width: 40 }}>
        <IconButton
          size="small"
          tabIndex={-1}
          aria-label={t('journal.removeLine', { line: row + 1 })}
          onClick={() => control.removeLine(line.key)}
        >
          <DeleteIcon fontSize="small" />
        </IconButton>
      </TableCell>
    </TableRow>
  );
}

/** Where a line names its customer or supplier, and by when that is to be paid; empty for a line that names none. */
function PartyPlace({ line, row, control, companyId, label }: PartyPlaceProps) {
  const t = useTexts();
  const due = control.faults.get(cell(line.key, 'dueOn'));
  return (
    <TableCell sx={{ minWidth: width.party }}>
      {namesParty(line, control) && (
        <PartyCell
          inputId={`party-${line.key}`}
          companyId={companyId}
          value={line.party}
          label={label}
          fault={control.faults.get(cell(line.key, 'party'))}
          takesCursor={control.leftAt === line.key && line.party === ''}
          onChange={(party) => control.line(line.key, { party })}
        />
      )}
      {namesParty(line, control) && (
        <TextField
          type="date"
          label={t('journal.dueOn')}
          margin="none"
          size="small"
          fullWidth
          value={line.dueOn}
          error={due !== undefined}
          helperText={due}
          onChange={({ target }) => control.line(line.key, { dueOn: target.value })}
          sx={{ mt: 1 }}
          slotProps={{
            inputLabel: { shrink: true },
            htmlInput: {
              'aria-label': t('journal.ofLine', { column: t('journal.dueOn'), line: row + 1 }),
              'data-column': 'dueOn',
            },
          }}
        />
      )}
    </TableCell>
  );
}

interface PartyPlaceProps extends Pick<RowProps, 'line' | 'row' | 'control' | 'companyId'> {
  readonly label: string;
}

interface Option {
  readonly code: string;
  readonly name: string;
}

interface ChoiceCellProps {
  readonly column: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly fault: string | undefined;
  readonly set: (code: string) => void;
}

/** One of a few: typing its first letters chooses it. */
function ChoiceCell({ column, label, value, options, fault, set }: ChoiceCellProps) {
  return (
    <TextField
      select
      hiddenLabel
      margin="none"
      size="small"
      value={value}
      error={fault !== undefined}
      helperText={fault}
      onChange={({ target }) => set(target.value)}
      sx={{ minWidth: width.taxCode }}
      slotProps={{ select: { native: true }, htmlInput: { 'data-column': column, 'aria-label': label } }}
    >
      <option value="">–</option>
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {code} {name}
        </option>
      ))}
    </TextField>
  );
}
