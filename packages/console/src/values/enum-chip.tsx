import { Box } from '@mui/material';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { toneOf } from './enum-tone.ts';

/** A value of an enum by its label, in the colour of what it means. */
export function EnumChip({ enumName, value }: { enumName: string; value: string }) {
  const found = useCatalogue()
    .enums.get(enumName)
    ?.values.find((one) => one.name === value);
  const tone = toneOf(value);
  return (
    <Box
      component="span"
      title={found?.description || undefined}
      sx={(theme) => ({
        display: 'inline-block',
        px: 1,
        py: '1px',
        borderRadius: '999px',
        fontSize: '0.8125rem',
        lineHeight: 1.5,
        fontWeight: 550,
        whiteSpace: 'nowrap',
        color: theme.tones[tone].text,
        bgcolor: theme.tones[tone].fill,
        '@media print': { border: '1px solid currentColor', background: 'none' },
      })}
    >
      {found?.label ?? value}
    </Box>
  );
}
