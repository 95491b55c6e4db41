import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { mutate } from '../data/graph-client.ts';
import type { UserError } from '../data/graph-error.ts';
import { deactivateMutation } from '../generator/queries.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { type GraphRecord, labelOf } from './use-record.ts';
import { useRefresh } from './use-refresh.ts';

interface DeactivateButtonProps {
  readonly resource: ResourceDefinition;
  readonly record: GraphRecord;
}

/** Takes a record out of use, or back into it. Nothing is deleted. */
export function DeactivateButton({ resource, record }: DeactivateButtonProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  if (!resource.deactivates || !record._can.deactivate) return null;
  const inactive = record['active'] === false;
  return (
    <>
      <Button color="secondary" variant="outlined" onClick={() => setOpen(true)}>
        {t(inactive ? 'record.reactivate' : 'record.deactivate')}
      </Button>
      {open && (
        <DeactivateDialog resource={resource} record={record} inactive={inactive} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

interface DeactivateDialogProps extends DeactivateButtonProps {
  readonly inactive: boolean;
  readonly onClose: () => void;
}

function DeactivateDialog({ resource, record, inactive, onClose }: DeactivateDialogProps) {
  const t = useTexts();
  const translate = useTranslate();
  const explain = useRefusals();
  const notify = useNotify();
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const word = inactive ? 'reactivate' : 'deactivate';
  const run = async () => {
    setBusy(true);
    try {
      const input = { id: record.id, expectedVersion: record.version, ...(reason ? { reason } : {}) };
      await mutate<{ userErrors: UserError[] }>(deactivateMutation(resource, inactive), input);
      notify(t(`record.${word}d`), { type: 'success' });
      onClose();
    } catch (error) {
      notify(explain(error, new Set()).problem, { type: 'error' });
    } finally {
      setBusy(false);
      await refresh();
    }
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="deactivate-title">
      <DialogTitle id="deactivate-title">{t(`record.${word}Title`, { name: labelOf(record, resource) })}</DialogTitle>
      <DialogContent>
        <DialogContentText>{t(`record.${word}Hint`)}</DialogContentText>
        <TextField
          label={t('record.reason')}
          value={reason}
          autoFocus
          onChange={(event) => setReason(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose}>
          {translate('ra.action.cancel')}
        </Button>
        <Button variant="contained" color={inactive ? 'primary' : 'error'} loading={busy} onClick={() => void run()}>
          {t(`record.${word}`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
