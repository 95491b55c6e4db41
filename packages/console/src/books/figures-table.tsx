import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';

interface Figures {
  readonly key: string;
  readonly name: ReactNode;
  /** Amounts as people read them, one for each column after the first. */
  readonly cells: readonly string[];
  /** Whether it is a sum of others. */
  readonly strong?: boolean;
}

interface FiguresTableProps {
  readonly title: string;
  /** What the columns are called, that of the names first. */
  readonly heads: readonly string[];
  readonly rows: readonly Figures[];
}

/** Names with amounts beside them; where it is wider than the page it scrolls by itself. */
export function FiguresTable({ title, heads, rows }: FiguresTableProps) {
  const [first, ...others] = heads;
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={title}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{first}</TableCell>
            {others.map((head) => (
              <TableCell key={head} align="right" sx={{ whiteSpace: 'nowrap' }}>
                {head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <Row key={row.key} row={row} heads={others} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Row({ row, heads }: { row: Figures; heads: readonly string[] }) {
  const { name, cells, strong = false } = row;
  const fontWeight = strong ? 650 : 400;
  return (
    <TableRow hover={!strong}>
      <TableCell component="th" scope="row" sx={{ fontWeight, minWidth: 160 }}>
        {name}
      </TableCell>
      {heads.map((head, at) => (
        <TableCell key={head} align="right" sx={{ fontWeight, whiteSpace: 'nowrap' }}>
          {cells[at]}
        </TableCell>
      ))}
    </TableRow>
  );
}
