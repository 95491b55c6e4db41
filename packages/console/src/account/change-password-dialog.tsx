import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { Placed } from '../data/graph-error.ts';
import { changeMyPassword } from '../data/viewer.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { PasswordField } from '../sign-in/password-field.tsx';

export default function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const translate = useTranslate();
  const notify = useNotify();
  const explain = useRefusals();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [{ faults, problem }, setPlaced] = useState<Placed>({ faults: {}, problem: '' });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await changeMyPassword(current, password);
      notify(t('account.passwordChanged'), { type: 'success' });
      onClose();
    } catch (error) {
      setPlaced(explain(error, new Set(['currentPassword', 'password'])));
    }
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="password-title">
      <DialogTitle id="password-title">{t('account.changePassword')}</DialogTitle>
      <form onSubmit={(event) => void submit(event)}>
        <DialogContent>
          <PasswordField
            label={t('account.currentPassword')}
            required
            autoFocus
            autoComplete="current-password"
            value={current}
            error={Boolean(faults['currentPassword'])}
            helperText={faults['currentPassword'] ?? ' '}
            onChange={({ target }) => setCurrent(target.value)}
          />
          <PasswordField
            label={t('signIn.newPassword')}
            required
            autoComplete="new-password"
            value={password}
            error={Boolean(faults['password'])}
            helperText={faults['password'] ?? t('signIn.setHint')}
            onChange={({ target }) => setPassword(target.value)}
          />
          {problem && <Alert severity="error">{problem}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button color="secondary" onClick={onClose}>
            {translate('ra.action.cancel')}
          </Button>
          <Button type="submit" variant="contained">
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
