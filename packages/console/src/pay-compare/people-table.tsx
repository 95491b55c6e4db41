import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, TableSortLabel } from '@mui/material';
import { useTexts } from '../i18n/use-texts.ts';
import { useResource } from '../layout/catalogue-context.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { AmountCells } from './amount-cells.tsx';
import type { ComparedPerson, Order, PeopleView } from './comparison-query.ts';

interface PeopleTableProps {
  readonly people: readonly ComparedPerson[];
  readonly currency: string;
  readonly view: PeopleView;
  readonly onChange: (next: Readonly<Record<string, string>>) => void;
}

interface Column {
  readonly name: string;
  readonly isNumber?: true;
  readonly order?: Order;
}

const COLUMNS: readonly Column[] = [
  { name: 'number' },
  { name: 'name', order: 'NAME' },
  { name: 'change' },
  { name: 'before', isNumber: true },
  { name: 'now', isNumber: true },
  { name: 'difference', isNumber: true, order: 'DIFFERENCE' },
  { name: 'percent', isNumber: true, order: 'PERCENT' },
];

/** People with what they are paid in both runs; what is largest comes first when somebody sorts by it. */
export function PeopleTable({ people, currency, view, onChange }: PeopleTableProps) {
  const t = useTexts();
  const employees = useResource('Employee');
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={t('payCompare.people')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <Head key={column.name} column={column} view={view} onChange={onChange} />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {people.map((person) => (
            <TableRow key={person.employeeId} hover>
              <TableCell>{person.employeeNumber}</TableCell>
              <TableCell sx={{ minWidth: 140 }}>
                {employees ? (
                  <RouterLink to={paths.show(employees, person.employeeId)}>{person.name}</RouterLink>
                ) : (
                  person.name
                )}
              </TableCell>
              <TableCell>{t(`payCompare.changes.${person.change}`)}</TableCell>
              <AmountCells amounts={person} currency={currency} />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

interface HeadProps {
  readonly column: Column;
  readonly view: PeopleView;
  readonly onChange: PeopleTableProps['onChange'];
}

function Head({ column: { name, isNumber, order }, view, onChange }: HeadProps) {
  const t = useTexts();
  const label = t(`payCompare.${name}`);
  const align = isNumber ? 'right' : 'left';
  if (!order) return <TableCell align={align}>{label}</TableCell>;
  const active = view.orderBy === order;
  const way = view.descending ? 'desc' : 'asc';
  const first = order === 'NAME' ? 'asc' : 'desc';
  const next = active ? (way === 'asc' ? 'desc' : 'asc') : first;
  return (
    <TableCell align={align} sortDirection={active ? way : false}>
      <TableSortLabel active={active} direction={active ? way : first} onClick={() => onChange({ order, way: next })}>
        {label}
      </TableSortLabel>
    </TableCell>
  );
}
