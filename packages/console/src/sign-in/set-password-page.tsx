import { Alert, Button, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { asksForCode } from '../data/graph-error.ts';
import { setPassword as sendPassword } from '../data/viewer.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { CodeField } from './code-field.tsx';
import { PasswordField } from './password-field.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { useLinkToken } from './use-link-token.ts';

/** Where the links of an invitation and of a forgotten password lead. Setting the password signs in. */
export default function SetPasswordPage() {
  const t = useTexts();
  const token = useLinkToken();
  return (
    <SignInFrame title={t('signIn.setTitle')}>
      {token ? (
        // The page is loaded anew, now with a session.
        <PasswordForm token={token} onDone={() => window.location.assign('/')} />
      ) : (
        <Alert severity="error" sx={{ mb: 2 }}>
          {t('signIn.tokenMissing')}
        </Alert>
      )}
      <RouterLink to={paths.signIn}>{t('signIn.backToSignIn')}</RouterLink>
    </SignInFrame>
  );
}

function PasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useTexts();
  const explain = useRefusals();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const different = again !== '' && again !== password;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (password !== again) return;
    setProblem('');
    try {
      await sendPassword(token, password, code);
      onDone();
    } catch (error) {
      if (asksForCode(error)) setCode('');
      else setProblem(explain(error, new Set()).problem);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Typography sx={{ mb: 1 }}>{t('signIn.setHint')}</Typography>
      {problem && <Alert severity="error">{problem}</Alert>}
      <PasswordField
        label={t('signIn.newPassword')}
        autoComplete="new-password"
        required
        autoFocus
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <PasswordField
        label={t('signIn.repeatPassword')}
        autoComplete="new-password"
        required
        value={again}
        error={different}
        helperText={different ? t('signIn.different') : ' '}
        onChange={(event) => setAgain(event.target.value)}
      />
      {code !== null && <CodeField autoFocus value={code} onChange={(event) => setCode(event.target.value)} />}
      <Button type="submit" variant="contained" size="large" fullWidth sx={{ mt: 1, mb: 2 }}>
        {t('signIn.setSubmit')}
      </Button>
    </form>
  );
}
