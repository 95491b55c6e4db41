import {
  Alert,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  TextField,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { Placed } from '../data/graph-error.ts';
import { runOnView, SAVE_VIEW } from '../data/saved-views.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';

interface SaveViewDialogProps {
  readonly resource: ResourceDefinition;
  readonly state: string;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Keeps the list in front of somebody under a name. */
export default function SaveViewDialog({ resource, state, onClose, onSaved }: SaveViewDialogProps) {
  const t = useTexts();
  const translate = useTranslate();
  const explain = useRefusals();
  const notify = useNotify();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [isDefault, setDefault] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Placed>();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await runOnView(SAVE_VIEW, { resource: resource.name, name, state: state || 'size=25', shared, isDefault });
      onSaved();
      onClose();
      notify(t('view.saved', { name }), { type: 'success' });
    } catch (error) {
      setRefused(explain(error, new Set(['name'])));
      setBusy(false);
    }
  };
  const check = (label: string, checked: boolean, onChange: (checked: boolean) => void) => (
    <FormControlLabel
      sx={{ display: 'flex' }}
      control={<Checkbox checked={checked} onChange={({ target }) => onChange(target.checked)} />}
      label={label}
    />
  );
  const fault = refused?.faults['name'];
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="save-view-title">
      <form onSubmit={(event) => void save(event)}>
        <DialogTitle id="save-view-title">{t('view.save')}</DialogTitle>
        <DialogContent>
          {refused?.problem && <Alert severity="error">{refused.problem}</Alert>}
          <TextField
            label={t('view.name')}
            required
            autoFocus
            value={name}
            onChange={({ target }) => setName(target.value)}
            error={fault !== undefined}
            helperText={fault}
            slotProps={{ htmlInput: { maxLength: 80 } }}
          />
          {check(t('view.makeDefault'), isDefault, setDefault)}
          {check(t('view.share'), shared, setShared)}
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
