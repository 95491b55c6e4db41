import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { BooksNote } from '../data/books.ts';
import { useTexts } from '../i18n/use-texts.ts';

interface NoteTableProps {
  readonly title: string;
  readonly notes: readonly BooksNote[];
}

const SHOWN_AT_MOST = 100;

/** Faults or warnings of a file, each with its line and what it is about. */
export function NoteTable({ title, notes }: NoteTableProps) {
  const t = useTexts();
  const translate = useTranslate();
  if (notes.length === 0) return null;
  return (
    <>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {title} ({notes.length})
      </Typography>
      <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={title} sx={{ mb: 2 }}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('import.line')}</TableCell>
              <TableCell>{t('books.about')}</TableCell>
              <TableCell>{t('import.reason')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {notes.slice(0, SHOWN_AT_MOST).map((note) => (
              <TableRow key={`${note.line}-${note.code}-${note.detail}`}>
                <TableCell>{note.line}</TableCell>
                <TableCell>{note.detail}</TableCell>
                <TableCell>{translate(`kontor.refusal.${note.code}`, { _: note.message })}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  );
}
