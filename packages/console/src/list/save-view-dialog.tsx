import { Checkbox, FormControlLabel } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { runOnView, SAVE_VIEW } from '../data/saved-views.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { SaveDialog } from '../layout/save-dialog.tsx';

interface SaveViewDialogProps {
  readonly resource: ResourceDefinition;
  readonly state: string;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Keeps the list in front of somebody under a name. */
export default function SaveViewDialog({ resource, state, onClose, onSaved }: SaveViewDialogProps) {
  const t = useTexts();
  const notify = useNotify();
  const [shared, setShared] = useState(false);
  const [isDefault, setDefault] = useState(false);
  const save = async (name: string): Promise<void> => {
    await runOnView(SAVE_VIEW, { resource: resource.name, name, state: state || 'size=25', shared, isDefault });
    onSaved();
    notify(t('view.saved', { name }), { type: 'success' });
  };
  const check = (label: string, checked: boolean, onChange: (checked: boolean) => void) => (
    <FormControlLabel
      sx={{ display: 'flex' }}
      control={<Checkbox checked={checked} onChange={({ target }) => onChange(target.checked)} />}
      label={label}
    />
  );
  return (
    <SaveDialog title={t('view.save')} nameLabel={t('view.name')} save={save} onClose={onClose}>
      {check(t('view.makeDefault'), isDefault, setDefault)}
      {check(t('view.share'), shared, setShared)}
    </SaveDialog>
  );
}
