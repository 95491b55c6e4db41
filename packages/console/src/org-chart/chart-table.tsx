import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useTexts } from '../i18n/use-texts.ts';
import { useResource } from '../layout/catalogue-context.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { ReferenceLink } from '../values/reference-link.tsx';
import { allNodes, buildTree, type ChartPerson } from './tree.ts';

/** Rendering more rows than this at once makes the page slow; the tree shows the rest. */
const SHOWN_AT_MOST = 100;

/** The chart as a table: the same people in the same order. */
export function ChartTable({ people }: { people: readonly ChartPerson[] }) {
  const t = useTexts();
  const employee = useResource('Employee');
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const rows = allNodes(buildTree(people)).slice(0, SHOWN_AT_MOST);
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={t('orgChart.title')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {(['name', 'position', 'department', 'manager'] as const).map((key) => (
              <TableCell key={key}>{t(`orgChart.${key}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((person) => (
            <TableRow key={person.id} hover>
              <TableCell>
                {employee ? <RouterLink to={paths.show(employee, person.id)}>{person.name}</RouterLink> : person.name}
              </TableCell>
              <TableCell>{person.position}</TableCell>
              <TableCell>{person.department}</TableCell>
              <TableCell>
                {person.managerId && names.has(person.managerId) && (
                  <ReferenceLink
                    target="Employee"
                    reference={{ id: person.managerId, _label: names.get(person.managerId) ?? null }}
                  />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
