import { Alert, Button, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { adviceKey } from '../data/graph-error.ts';
import { requestPasswordReset } from '../data/viewer.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

/** Says the same whether the address is known or not. */
export default function ForgottenPasswordPage() {
  const t = useTexts();
  const translate = useTranslate();
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState('');
  const [sent, setSent] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem('');
    try {
      await requestPasswordReset(email.trim());
      setSent(true);
    } catch (error) {
      setProblem(translate(adviceKey(error)));
    }
  };
  return (
    <SignInFrame title={t('signIn.resetTitle')}>
      {sent ? (
        <Alert severity="success" sx={{ mb: 2 }}>
          {t('signIn.resetDone')}
        </Alert>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <Typography sx={{ mb: 1 }}>{t('signIn.resetHint')}</Typography>
          {problem && <Alert severity="error">{problem}</Alert>}
          <TextField
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            required
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <Button type="submit" variant="contained" size="large" fullWidth sx={{ mt: 2, mb: 2 }}>
            {t('signIn.resetSubmit')}
          </Button>
        </form>
      )}
      <RouterLink to={paths.signIn}>{t('signIn.backToSignIn')}</RouterLink>
    </SignInFrame>
  );
}
