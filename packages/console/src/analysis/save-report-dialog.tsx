import { Checkbox, FormControlLabel, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { SaveDialog } from '../layout/save-dialog.tsx';

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
export default function SaveReportDialog({ title, given, save, onClose }: SaveReportDialogProps) {
  const say = useAnalysisTexts();
  const roles = useCatalogue().enums.get('Role')?.values ?? [];
  const [seenBy, setSeenBy] = useState(given.shared ? (given.sharedWithRole ?? EVERYBODY) : PRIVATE);
  const [pinned, setPinned] = useState(given.pinned);
  const keep = (name: string): Promise<void> => {
    const sharedWithRole = seenBy === PRIVATE || seenBy === EVERYBODY ? null : seenBy;
    return save({ name, shared: seenBy !== PRIVATE, sharedWithRole, pinned });
  };
  return (
    <SaveDialog title={title} nameLabel={say('name')} givenName={given.name} save={keep} onClose={onClose}>
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
    </SaveDialog>
  );
}
