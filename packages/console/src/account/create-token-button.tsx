import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { asksForCode, type Placed } from '../data/graph-error.ts';
import { createApiToken } from '../data/viewer.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useRefresh } from '../record/use-refresh.ts';
import { CodeField } from '../sign-in/code-field.tsx';

/** Makes a token for a program. It is shown once, so it is no plain action. */
export default function CreateTokenButton() {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {t('account.newToken')}
      </Button>
      {open && <TokenDialog onClose={() => setOpen(false)} />}
    </>
  );
}

const USUAL_DAYS = '90';

function TokenDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const translate = useTranslate();
  const explain = useRefusals();
  const refresh = useRefresh();
  const [name, setName] = useState('');
  const [days, setDays] = useState(USUAL_DAYS);
  const [code, setCode] = useState<string>();
  const [token, setToken] = useState('');
  const [{ faults, problem }, setPlaced] = useState<Placed>({ faults: {}, problem: '' });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      setToken(await createApiToken({ name, days: Number(days), ...(code === undefined ? {} : { code }) }));
      await refresh();
    } catch (error) {
      if (asksForCode(error)) setCode('');
      else setPlaced(explain(error, new Set(['name', 'days', 'code'])));
    }
  };
  return (
    <Dialog open onClose={token ? undefined : onClose} maxWidth="sm" fullWidth aria-labelledby="token-title">
      <DialogTitle id="token-title">{t('account.newToken')}</DialogTitle>
      <form onSubmit={(event) => void submit(event)}>
        <DialogContent>
          {token ? (
            <Token token={token} />
          ) : (
            <>
              <TextField
                label={t('account.tokenName')}
                required
                autoFocus
                value={name}
                error={Boolean(faults['name'])}
                helperText={faults['name'] ?? t('account.tokenNameHint')}
                onChange={({ target }) => setName(target.value)}
              />
              <TextField
                label={t('account.tokenDays')}
                required
                value={days}
                error={Boolean(faults['days'])}
                helperText={faults['days'] ?? ' '}
                onChange={({ target }) => setDays(target.value)}
                slotProps={{ htmlInput: { inputMode: 'numeric', pattern: '[0-9]+' } }}
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
            </>
          )}
        </DialogContent>
        <DialogActions>
          <Button color="secondary" onClick={onClose}>
            {translate(token ? 'ra.action.close' : 'ra.action.cancel')}
          </Button>
          {!token && (
            <Button type="submit" variant="contained">
              {t('account.newToken')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Token({ token }: { token: string }) {
  const t = useTexts();
  const copy = () => void navigator.clipboard?.writeText(token);
  return (
    <>
      <Alert severity="warning" sx={{ mb: 2 }}>
        {t('account.tokenOnce')}
      </Alert>
      <Box
        component="code"
        sx={{
          display: 'block',
          p: 1.5,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          overflowWrap: 'anywhere',
          userSelect: 'all',
        }}
      >
        {token}
      </Box>
      <Button onClick={copy} sx={{ mt: 1 }}>
        {t('account.copy')}
      </Button>
    </>
  );
}
