import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { cancelExport, type ExportRequest, type ExportState, fetchExport } from '../data/exports.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { useResource } from '../layout/catalogue-context.tsx';
import { paths } from '../layout/paths.ts';
import type { ExportFormat } from './formats.ts';
import { useExport } from './use-export.ts';

interface ExportProgressProps {
  readonly request: ExportRequest;
  readonly format: ExportFormat;
  readonly onClose: () => void;
}

/** A list on its way into a file: nothing to see while that takes a moment, then how far it is. */
export default function ExportProgress({ request, format, onClose }: ExportProgressProps) {
  const t = useTexts();
  const explain = useRefusals();
  const exports = useResource('DataExport');
  const { state, error, isLong } = useExport(request, format, onClose);
  const [failure, setFailure] = useState<unknown>();
  if (!isLong) return null;
  const problem = failure ?? error;
  const isOpen =
    problem === undefined && (state === undefined || state.status === 'QUEUED' || state.status === 'RUNNING');
  const then = (work: Promise<void>) => void work.then(onClose, setFailure);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="export-title">
      <DialogTitle id="export-title">
        {t(state?.status === 'READY' ? 'exporting.ready' : 'exporting.title')}
      </DialogTitle>
      <DialogContent>
        {problem !== undefined && <Alert severity="error">{explain(problem).problem}</Alert>}
        {state?.status === 'FAILED' && <Alert severity="error">{state.failureText}</Alert>}
        {isOpen && state && <Progress state={state} />}
        {state?.status === 'READY' && <Counted state={state} />}
      </DialogContent>
      <DialogActions>
        {isOpen && state && (
          <Button color="secondary" onClick={() => then(cancelExport(state.id))}>
            {t('exporting.cancel')}
          </Button>
        )}
        {state && exports && (
          <Button component={Link} to={paths.show(exports, state.id)} color="secondary">
            {t('exporting.later')}
          </Button>
        )}
        {state?.status === 'READY' ? (
          <Button variant="contained" onClick={() => then(fetchExport(state.id))}>
            {t('exporting.download')}
          </Button>
        ) : (
          <Button variant="contained" onClick={onClose}>
            {t('exporting.goOn')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Progress({ state }: { readonly state: ExportState }) {
  const t = useTexts();
  const { rowCount, totalCount } = state;
  return (
    <>
      <Counted state={state} />
      {totalCount !== null && totalCount > 0 && (
        <LinearProgress
          variant="determinate"
          aria-label={t('exporting.title')}
          value={Math.min(100, Math.floor((rowCount / totalCount) * 100))}
          sx={{ my: 1 }}
        />
      )}
    </>
  );
}

function Counted({ state: { rowCount, totalCount } }: { readonly state: ExportState }) {
  const t = useTexts();
  const count = new Intl.NumberFormat(useReaderLocale());
  return (
    <Typography role="status">
      {totalCount === null
        ? t('exporting.rows', { rows: count.format(rowCount) })
        : t('exporting.rowsOf', { rows: count.format(rowCount), total: count.format(totalCount) })}
    </Typography>
  );
}
