import { Box, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';

interface PageProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly before?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its one heading, which is the title of the tab as well, its actions and its content. */
export function Page({ title, subtitle, before, actions, children }: PageProps) {
  useEffect(() => {
    document.title = title ? `${title} – Kontor` : 'Kontor';
  }, [title]);
  return (
    <Box sx={{ px: { xs: 1.5, sm: 3 }, py: { xs: 1.5, sm: 2.5 }, maxWidth: 1680, mx: 'auto' }}>
      {before}
      <Stack
        direction="row"
        sx={{ alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap', gap: 1.5, mb: 2 }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          {subtitle && (
            <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mt: 0.25 }}>
              {subtitle}
            </Typography>
          )}
        </Box>
        {actions && (
          <Stack direction="row" className="no-print" sx={{ gap: 1, flexWrap: 'wrap' }}>
            {actions}
          </Stack>
        )}
      </Stack>
      {children}
    </Box>
  );
}
