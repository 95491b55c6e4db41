import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { asksForCode, type Placed } from '../data/graph-error.ts';
import { linkMyIdentity, loadProviders, type SignInProvider } from '../data/security.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { CodeField } from '../sign-in/code-field.tsx';
import { PasswordField } from '../sign-in/password-field.tsx';
import { Section } from './section.tsx';

/** Links one's own account with one at the organisation's identity provider; none is shown where there is no provider. */
export function LinkSection() {
  const t = useTexts();
  const { data: providers = [] } = useQuery({ queryKey: ['providers'], queryFn: loadProviders });
  const [chosen, setChosen] = useState<SignInProvider>();
  if (providers.length === 0) return null;
  const actions = providers.map((provider) => (
    <Button key={provider.id} variant="outlined" onClick={() => setChosen(provider)}>
      {t('security.link', { name: provider.name })}
    </Button>
  ));
  return (
    <Section title={t('security.linked')} actions={actions}>
      <Typography sx={{ color: 'text.secondary' }}>{t('security.linkNote')}</Typography>
      {chosen && <LinkDialog provider={chosen} onClose={() => setChosen(undefined)} />}
    </Section>
  );
}

function LinkDialog({ provider, onClose }: { provider: SignInProvider; onClose: () => void }) {
  const t = useTexts();
  const translate = useTranslate();
  const explain = useRefusals();
  const id = useId();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string>();
  const [{ faults, problem }, setPlaced] = useState<Placed>({ faults: {}, problem: '' });
  const title = t('security.link', { name: provider.name });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      window.location.assign(await linkMyIdentity(provider.id, password, code ?? null));
    } catch (error) {
      if (asksForCode(error)) setCode('');
      else setPlaced(explain(error, new Set(['currentPassword', 'code'])));
    }
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <form onSubmit={(event) => void submit(event)}>
        <DialogContent>
          <PasswordField
            label={t('account.currentPassword')}
            required
            autoFocus
            autoComplete="current-password"
            value={password}
            error={Boolean(faults['currentPassword'])}
            helperText={faults['currentPassword'] ?? ' '}
            onChange={({ target }) => setPassword(target.value)}
          />
          {code !== undefined && (
            <CodeField
              autoFocus
              value={code}
              error={Boolean(faults['code'])}
              helperText={faults['code']}
              onChange={({ target }) => setCode(target.value)}
            />
          )}
          {problem && <Alert severity="error">{problem}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button color="secondary" onClick={onClose}>
            {translate('ra.action.cancel')}
          </Button>
          <Button type="submit" variant="contained">
            {t('security.next')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
