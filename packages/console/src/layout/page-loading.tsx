import { Box, LinearProgress } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/use-texts.ts';

/** Appears only after a moment: a bar that flashes by makes a quick page look slow. */
export function PageLoading() {
  const t = useTexts();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box aria-busy sx={{ minHeight: 120, pt: 1 }}>
      {late && <LinearProgress aria-label={t('app.loading')} />}
    </Box>
  );
}
