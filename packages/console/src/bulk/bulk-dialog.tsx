import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  LinearProgress,
} from '@mui/material';
import type { ReactNode } from 'react';
import { Form, useTranslate } from 'react-admin';
import { TypedMark, useLeave } from '../actions/leave-dialog.tsx';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { FormGrid } from '../inputs/form-grid.tsx';
import { GraphInput } from '../inputs/graph-input.tsx';
import type { BulkAction, BulkRow } from './bulk-action.ts';
import { useBulkRun } from './use-bulk-run.ts';

interface BulkDialogProps {
  readonly action: BulkAction;
  readonly rows: readonly BulkRow[];
  /** Told which records it was not done with. */
  readonly onClose: (left: readonly string[]) => void;
}

type Course = ReturnType<typeof useBulkRun>;

/** Asks once for what an action needs, does it with each of the records, and says what became of each. */
export default function BulkDialog({ action, rows, onClose }: BulkDialogProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const course = useBulkRun(action, rows);
  const close = () => {
    course.stop();
    if (!course.running) onClose(course.left);
  };
  const { leave, holdsTyped } = useLeave(close);
  const count = t('bulk.records', { smart_count: rows.length, count: rows.length.toLocaleString(locale) });
  return (
    <Dialog open onClose={course.begun ? close : leave} maxWidth="sm" fullWidth aria-labelledby="bulk-title">
      <DialogTitle id="bulk-title">
        {action.label}: {count}
      </DialogTitle>
      {course.begun ? (
        <Outcome course={course} total={rows.length} onClose={close} />
      ) : (
        <Question action={action} rows={rows} course={course} onClose={close}>
          <TypedMark holdsTyped={holdsTyped} />
        </Question>
      )}
    </Dialog>
  );
}

const NAMED_AT_MOST = 8;

function Question({
  action,
  rows,
  course,
  onClose,
  children,
}: Omit<BulkDialogProps, 'onClose'> & { course: Course; onClose: () => void; children: ReactNode }) {
  const t = useTexts();
  const translate = useTranslate();
  const more = rows.length - NAMED_AT_MOST;
  const names = rows.slice(0, NAMED_AT_MOST).map(({ _label, id }) => _label || id);
  return (
    <Form defaultValues={action.start} onSubmit={course.run} noValidate disableInvalidFormNotification>
      <DialogContent>
        <DialogContentText sx={{ fontWeight: 650, color: 'text.primary' }}>
          {[...names, ...(more > 0 ? [t('bulk.andMore', { smart_count: more })] : [])].join(', ')}
        </DialogContentText>
        <DialogContentText sx={{ mb: 1 }}>{action.hint}</DialogContentText>
        <FormGrid sx={{ pt: 0.5 }}>
          {action.inputs.map((spec, index) => (
            <GraphInput key={spec.name} spec={spec} autoFocus={index === 0} />
          ))}
        </FormGrid>
        {children}
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose}>
          {translate('ra.action.cancel')}
        </Button>
        <Button type="submit" variant="contained" color={action.destructive ? 'error' : 'primary'}>
          {action.label}
        </Button>
      </DialogActions>
    </Form>
  );
}

function Outcome({ course, total, onClose }: { course: Course; total: number; onClose: () => void }) {
  const t = useTexts();
  const translate = useTranslate();
  const { running, done, failed, tried, left } = course;
  const progress = t('bulk.progress', { tried, total });
  return (
    <>
      <DialogContent>
        {running && (
          <Box sx={{ mb: 2 }}>
            <LinearProgress
              variant="determinate"
              value={(100 * tried) / total}
              aria-label={progress}
              sx={{ height: 6, borderRadius: 3, mb: 1 }}
            />
            {progress}
          </Box>
        )}
        <Box role="status">
          {!running && (
            <Alert severity={left.length === 0 ? 'success' : 'warning'} sx={{ mb: 1 }}>
              {t('bulk.done', { smart_count: done, count: done })}{' '}
              {left.length > 0 && t('bulk.left', { smart_count: left.length, count: left.length })}
            </Alert>
          )}
        </Box>
        {failed.length > 0 && (
          <Box component="ul" aria-label={t('bulk.failures')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {failed.map(({ row, problem }) => (
              <Box component="li" key={row.id} sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
                <Box sx={{ fontWeight: 650 }}>{row._label || row.id}</Box>
                <Box sx={{ color: 'error.main' }}>{problem}</Box>
              </Box>
            ))}
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        {running ? (
          <Button color="secondary" onClick={course.stop}>
            {t('bulk.stop')}
          </Button>
        ) : (
          <>
            {left.length > 0 && (
              <Button color="secondary" onClick={() => void course.again()}>
                {t('error.retry')}
              </Button>
            )}
            <Button variant="contained" onClick={onClose} autoFocus>
              {translate('ra.action.close')}
            </Button>
          </>
        )}
      </DialogActions>
    </>
  );
}
