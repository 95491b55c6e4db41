import { Alert, Button, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { asksForCode, graphErrorOf } from '../data/graph-error.ts';
import { signIn, updateMyLanguage } from '../data/viewer.ts';
import { takeChosenByGuest } from '../i18n/languages.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useLanguage, useTexts } from '../i18n/use-texts.ts';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { CodeField } from './code-field.tsx';
import { PasswordField } from './password-field.tsx';
import { ProviderLinks } from './provider-links.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { useProviderProblem } from './use-provider-problem.ts';

export default function SignInPage() {
  const t = useTexts();
  const explain = useRefusals();
  const locale = useLanguage();
  const next = useNextPath();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState(useProviderProblem());
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      const { language } = await signIn(email.trim(), password, code);
      // A language chosen here a moment ago is this person's; one that is only remembered may be somebody else's.
      if (takeChosenByGuest() && language !== locale) await updateMyLanguage(locale).catch(() => undefined);
      // The page is loaded anew: what was asked without a session, or by somebody else before, is forgotten.
      window.location.assign(next);
    } catch (error) {
      const unknown = graphErrorOf(error)?.code === 'UNAUTHENTICATED';
      if (asksForCode(error)) setCode('');
      else setProblem(unknown ? t('signIn.wrong') : explain(error, new Set()).problem);
      setBusy(false);
    }
  };
  return (
    <SignInFrame title={t('signIn.title')}>
      {problem && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {problem}
        </Alert>
      )}
      {code === null && <ProviderLinks next={next} />}
      <form onSubmit={(event) => void submit(event)}>
        {code === null ? (
          <>
            <TextField
              label={t('signIn.email')}
              type="email"
              name="email"
              autoComplete="username"
              required
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
            <PasswordField
              label={t('signIn.password')}
              name="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </>
        ) : (
          <CodeField autoFocus value={code} onChange={(event) => setCode(event.target.value)} />
        )}
        <Button type="submit" variant="contained" size="large" fullWidth loading={busy} sx={{ mt: 2, mb: 2 }}>
          {t('signIn.submit')}
        </Button>
        <RouterLink to={paths.forgotten}>{t('signIn.forgotten')}</RouterLink>
      </form>
    </SignInFrame>
  );
}

/** Where the viewer wanted to go before signing in, if that is within the console. */
function useNextPath(): string {
  const location = useLocation();
  const state = location.state as { nextPathname?: string; nextSearch?: string } | null;
  const next = `${state?.nextPathname ?? '/'}${state?.nextSearch ?? ''}`;
  return next.startsWith('/') && !next.startsWith('//') && !next.startsWith(paths.signIn) ? next : '/';
}
