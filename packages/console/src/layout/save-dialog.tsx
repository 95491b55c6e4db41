import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Placed } from '../data/graph-error.ts';
import { useRefusals } from '../i18n/use-refusals.ts';

interface SaveDialogProps {
  readonly title: string;
  readonly nameLabel: string;
  readonly givenName?: string;
  /** Keeps it under a name. What it throws is said in the dialog, which stays open. */
  readonly save: (name: string) => Promise<void>;
  readonly onClose: () => void;
  /** What else is asked. */
  readonly children: ReactNode;
}

/** Asks for a name to keep something under. */
export function SaveDialog({ title, nameLabel, givenName = '', save, onClose, children }: SaveDialogProps) {
  const translate = useTranslate();
  const explain = useRefusals();
  const [name, setName] = useState(givenName);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Placed>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await save(name);
      onClose();
    } catch (error) {
      setRefused(explain(error, new Set(['name'])));
      setBusy(false);
    }
  };
  const fault = refused?.faults['name'];
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="save-dialog-title">
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id="save-dialog-title">{title}</DialogTitle>
        <DialogContent>
          {refused?.problem && <Alert severity="error">{refused.problem}</Alert>}
          <TextField
            label={nameLabel}
            required
            autoFocus
            value={name}
            onChange={({ target }) => setName(target.value)}
            error={fault !== undefined}
            helperText={fault}
            slotProps={{ htmlInput: { maxLength: 80 } }}
          />
          {children}
        </DialogContent>
        <DialogActions>
          <Button color="secondary" onClick={onClose}>
            {translate('ra.action.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
