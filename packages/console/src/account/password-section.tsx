import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { useRefresh } from '../record/use-refresh.ts';
import ChangePasswordDialog from './change-password-dialog.tsx';
import { Section } from './section.tsx';

export function PasswordSection() {
  const t = useTexts();
  const refresh = useRefresh();
  const [changing, setChanging] = useState(false);
  const close = () => {
    setChanging(false);
    // A new password is a new session, and the others have ended.
    void refresh();
  };
  const change = (
    <Button variant="outlined" onClick={() => setChanging(true)}>
      {t('account.changePassword')}
    </Button>
  );
  return (
    <Section title={t('signIn.password')} actions={change}>
      <Typography sx={{ color: 'text.secondary' }}>{t('security.passwordNote')}</Typography>
      {changing && <ChangePasswordDialog onClose={close} />}
    </Section>
  );
}
