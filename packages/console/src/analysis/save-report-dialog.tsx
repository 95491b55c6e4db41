import {
  Alert,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  MenuItem,
  TextField,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Placed } from '../data/graph-error.ts';
import { useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';

/** What is kept of a report besides what it asks. */
export interface ReportSettings {
  readonly name: string;
  readonly shared: boolean;
  /** Role to whose holders it is shown, where it is shared; null for everybody. */
  readonly sharedWithRole: string | null;
  readonly pinned: boolean;
}

interface SaveReportDialogProps {
  readonly title: string;
  readonly given: ReportSettings;
  readonly save: (settings: ReportSettings) => Promise<void>;
  readonly onClose: () => void;
}

const PRIVATE = 'private';
const EVERYBODY = 'everybody';

/** Keeps a report under a name, for oneself, for a role or for everybody. */
export function SaveReportDialog({ title, given, save, onClose }: SaveReportDialogProps) {
  const say = useAnalysisTexts();
  const translate = useTranslate();
  const explain = useRefusals();
  const roles = useCatalogue().enums.get('Role')?.values ?? [];
  const [name, setName] = useState(given.name);
  const [seenBy, setSeenBy] = useState(given.shared ? (given.sharedWithRole ?? EVERYBODY) : PRIVATE);
  const [pinned, setPinned] = useState(given.pinned);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Placed>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const sharedWithRole = seenBy === PRIVATE || seenBy === EVERYBODY ? null : seenBy;
      await save({ name, shared: seenBy !== PRIVATE, sharedWithRole, pinned });
      onClose();
    } catch (error) {
      setRefused(explain(error, new Set(['name'])));
      setBusy(false);
    }
  };
  const fault = refused?.faults['name'];
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="save-report-title">
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id="save-report-title">{title}</DialogTitle>
        <DialogContent>
          {refused?.problem && <Alert severity="error">{refused.problem}</Alert>}
          <TextField
            label={say('name')}
            required
            autoFocus
            value={name}
            onChange={({ target }) => setName(target.value)}
            error={fault !== undefined}
            helperText={fault}
            slotProps={{ htmlInput: { maxLength: 80 } }}
          />
          <TextField select label={say('sharedWith')} value={seenBy} onChange={({ target }) => setSeenBy(target.value)}>
            <MenuItem value={PRIVATE}>{say('private')}</MenuItem>
            <MenuItem value={EVERYBODY}>{say('everybody')}</MenuItem>
            {roles.map((role) => (
              <MenuItem key={role.name} value={role.name}>
                {say('role', { role: role.label })}
              </MenuItem>
            ))}
          </TextField>
          <FormControlLabel
            sx={{ display: 'flex' }}
            control={<Checkbox checked={pinned} onChange={({ target }) => setPinned(target.checked)} />}
            label={say('pinned')}
          />
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
