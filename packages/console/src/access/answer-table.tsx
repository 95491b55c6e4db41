import {
  Box,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import type { ReactNode } from 'react';

interface AnswerTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A table of answers; on a telephone each row is a card with its columns below each other. */
export function AnswerTable({ label, columns, rows }: AnswerTableProps) {
  const phone = useMediaQuery(useTheme().breakpoints.down('sm'));
  if (phone)
    return (
      <Box role="region" aria-label={label} sx={{ display: 'grid', gap: 1, mb: 3 }}>
        {rows.map(({ key, cells }) => (
          <Paper key={key} variant="outlined" sx={{ p: 1.5, display: 'grid', gap: 1, overflowWrap: 'anywhere' }}>
            {cells.map((cell, index) =>
              cell === null ? null : (
                <div key={columns[index]}>
                  {index > 0 && <Typography variant="caption">{columns[index]}</Typography>}
                  <div>{cell}</div>
                </div>
              ),
            )}
          </Paper>
        ))}
      </Box>
    );
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={label} sx={{ mb: 3 }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column}>{column}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ key, cells }) => (
            <TableRow key={key} sx={{ verticalAlign: 'top' }}>
              {cells.map((cell, index) => (
                <TableCell key={columns[index]}>{cell}</TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

/** What a row is about, with a word on what it is. */
export const Named = ({ name, about }: { name: string; about?: string }) => (
  <>
    <Box component="span" sx={{ fontWeight: 600 }}>
      {name}
    </Box>
    {about && (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {about}
      </Typography>
    )}
  </>
);
