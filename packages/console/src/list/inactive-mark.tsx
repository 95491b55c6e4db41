import { Box } from '@mui/material';
import { useTexts } from '../i18n/use-texts.ts';

export function InactiveMark() {
  const t = useTexts();
  return (
    <Box
      component="span"
      sx={(theme) => ({
        ml: 1,
        px: 0.75,
        borderRadius: 1,
        fontSize: '0.75rem',
        color: theme.tones.over.text,
        bgcolor: theme.tones.over.fill,
      })}
    >
      {t('list.inactive')}
    </Box>
  );
}
