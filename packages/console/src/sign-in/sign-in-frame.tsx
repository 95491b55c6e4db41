import { Box, Paper, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { LanguageMenu } from '../layout/language-menu.tsx';
import { Notices } from '../layout/notices.tsx';
import { ThemeButton } from '../layout/theme-button.tsx';

/** The frame of the pages that stand before signing in. */
export function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} – Kontor`;
  }, [title]);
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', bgcolor: 'background.default' }}>
      <Box component="header" sx={{ display: 'flex', justifyContent: 'flex-end', p: 1 }}>
        <LanguageMenu />
        <ThemeButton />
      </Box>
      <Box
        component="main"
        sx={{
          flex: 1,
          display: 'flex',
          alignItems: 'flex-start',
          justifyContent: 'center',
          p: 2,
          pt: { xs: 3, sm: '10vh' },
        }}
      >
        <Paper variant="outlined" sx={{ width: '100%', maxWidth: 400, p: { xs: 3, sm: 4 } }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, mb: 3 }}>
            <Box component="img" src="/favicon.svg" alt="" sx={{ width: 34, height: 34 }} />
            <Typography component="span" sx={{ fontWeight: 700, fontSize: '1.3rem', letterSpacing: '-0.02em' }}>
              Kontor
            </Typography>
          </Box>
          <Typography variant="h1" sx={{ mb: 1.5 }}>
            {title}
          </Typography>
          {children}
        </Paper>
      </Box>
      <Notices />
    </Box>
  );
}
