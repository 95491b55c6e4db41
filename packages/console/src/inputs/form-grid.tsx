import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Inputs side by side where there is room, below each other on a phone. */
export function FormGrid({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' }, columnGap: 2, rowGap: 0.25, alignItems: 'start' }}>
      {children}
    </Box>
  );
}
