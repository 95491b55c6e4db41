import { Alert, Button, TextField } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { asksForCode, graphErrorOf } from '../data/graph-error.ts';
import { signIn, type ViewerUser } from '../data/viewer.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { CodeField } from './code-field.tsx';
import { PasswordField } from './password-field.tsx';

interface SignInFormProps {
  /** Whose account it has to be; without it, whoever signs in says so. */
  readonly knownEmail?: string;
  /** Something that went wrong on another way in. */
  readonly givenProblem?: string;
  readonly onSignedIn: (user: ViewerUser) => Promise<void> | void;
  /** Other ways in, above the fields. They are of no use once a code is asked for. */
  readonly otherWays?: ReactNode;
  /** Ways on for whoever cannot sign in. */
  readonly children: ReactNode;
}

/** Address and password, and then the code of the second factor, where the account has one. */
export function SignInForm({ knownEmail, givenProblem = '', onSignedIn, otherWays, children }: SignInFormProps) {
  const t = useTexts();
  const explain = useRefusals();
  const [email, setEmail] = useState(knownEmail ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState(givenProblem);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      await onSignedIn(await signIn(email.trim(), password, code));
    } catch (error) {
      const unknown = graphErrorOf(error)?.code === 'UNAUTHENTICATED';
      if (asksForCode(error)) setCode('');
      else setProblem(unknown ? t('signIn.wrong') : explain(error, new Set()).problem);
      setBusy(false);
    }
  };
  return (
    <>
      {problem && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {problem}
        </Alert>
      )}
      {code === null && otherWays}
      <form onSubmit={(event) => void submit(event)}>
        {code === null ? (
          <>
            <TextField
              label={t('signIn.email')}
              type="email"
              name="email"
              autoComplete="username"
              required
              autoFocus={knownEmail === undefined}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              slotProps={{ htmlInput: { readOnly: knownEmail !== undefined } }}
            />
            <PasswordField
              label={t('signIn.password')}
              name="password"
              autoComplete="current-password"
              required
              autoFocus={knownEmail !== undefined}
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
        {children}
      </form>
    </>
  );
}
