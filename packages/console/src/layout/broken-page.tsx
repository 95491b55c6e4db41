import { Alert, Button } from '@mui/material';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { Page } from './page.tsx';

const RELOADED = 'kontor.reloaded';
const PATIENCE_MS = 30_000;

/** Whether a part of the console could not be fetched: without a connection, or because a release has put others in place. */
const isMissingPart = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script/i.test(error.message);

/** Loads the console anew where the server has another one by now, and not over and over. */
async function reloadIfServed(): Promise<void> {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED)) < PATIENCE_MS) return;
  const served = await fetch('/', { cache: 'no-store' }).catch(() => undefined);
  if (!served?.ok) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  window.location.reload();
}

/** In place of a page that cannot be shown: says so, and what to do. */
export function BrokenPage({ error }: { error: unknown }) {
  const translate = useTranslate();
  const missing = isMissingPart(error);
  useEffect(() => {
    if (missing) void reloadIfServed();
  }, [missing]);
  const again = (
    <Button color="inherit" onClick={() => window.location.reload()}>
      {translate('kontor.error.retry')}
    </Button>
  );
  return (
    <Page title={translate('ra.page.error')}>
      <Alert severity="error" action={again}>
        {translate(missing ? 'kontor.error.UNREACHABLE' : 'ra.message.error')}
      </Alert>
    </Page>
  );
}
