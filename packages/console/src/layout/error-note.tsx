import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { adviceKey } from '../data/graph-error.ts';

/** Says what went wrong and what to do next. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const translate = useTranslate();
  const retry = onRetry && (
    <Button color="inherit" onClick={onRetry}>
      {translate('kontor.error.retry')}
    </Button>
  );
  return (
    <Alert severity="error" action={retry} sx={{ my: 2 }}>
      {translate(adviceKey(error))}
    </Alert>
  );
}
