import {
  Alert,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportFault } from '../data/imports.ts';
import { useTexts } from '../i18n/use-texts.ts';

const SHOWN_AT_MOST = 100;

/** Every faulty row with its line, so that it can be found in the file. */
export function FaultTable({ faults }: { faults: readonly ImportFault[] }) {
  const t = useTexts();
  const translate = useTranslate();
  if (faults.length === 0) {
    return (
      <Alert severity="success" sx={{ mb: 2 }}>
        {t('import.noFaults')}
      </Alert>
    );
  }
  return (
    <>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('import.faults')} ({faults.length})
      </Typography>
      <TableContainer
        component={Paper}
        variant="outlined"
        tabIndex={0}
        role="region"
        aria-label={t('import.faults')}
        sx={{ mb: 2 }}
      >
        <Table size="small">
          <TableHead>
            <TableRow>
              {(['line', 'column', 'reason'] as const).map((key) => (
                <TableCell key={key}>{t(`import.${key}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {faults.slice(0, SHOWN_AT_MOST).map((fault) => (
              <TableRow key={`${fault.line}-${fault.column}-${fault.code}`}>
                <TableCell>{fault.line}</TableCell>
                <TableCell>{fault.column}</TableCell>
                <TableCell>{translate(`kontor.refusal.${fault.code}`, { _: fault.message })}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  );
}
