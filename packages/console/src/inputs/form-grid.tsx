import { Box, type SxProps } from '@mui/material';
import type { ReactNode } from 'react';

/** Inputs side by side where there is room, below each other on a phone. */
export function FormGrid({ children, sx }: { children: ReactNode; sx?: SxProps }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' },
        columnGap: 2,
        rowGap: 0.25,
        alignItems: 'start',
        ...(sx as object),
      }}
    >
      {children}
    </Box>
  );
}
