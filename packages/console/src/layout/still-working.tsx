import { Box, LinearProgress, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/use-texts.ts';

/** Whoever waits longer than this is told that something happens. */
const SAID_AFTER_MS = 2000;

/** Says of work that takes its time that it goes on. */
export function StillWorking({ busy }: { readonly busy: boolean }) {
  const t = useTexts();
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!busy) return;
    const timer = setTimeout(() => setLong(true), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [busy]);
  return (
    <Box role="status">
      {busy && long && (
        <Box sx={{ my: 2 }}>
          <LinearProgress aria-label={t('action.stillWorking')} sx={{ mb: 0.75 }} />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('action.stillWorking')}
          </Typography>
        </Box>
      )}
    </Box>
  );
}
