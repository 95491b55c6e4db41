import { Box } from '@mui/material';
import { useTexts } from '../i18n/use-texts.ts';

const keys = [
  ['Enter', 'keyEnter'],
  ['Ctrl+Enter', 'keyPost'],
  ['=', 'keyFill'],
  ['Alt+T', 'keyTax'],
  ['Alt+↑ ↓', 'keyLines'],
  ['Ctrl+⌫', 'keyRemove'],
] as const;

/** The keys of the sheet. */
export function Keys() {
  const t = useTexts();
  return (
    <Box
      component="details"
      sx={{ mt: 3, color: 'text.secondary', display: { xs: 'none', sm: 'block' } }}
      className="no-print"
    >
      <summary>{t('journal.keys')}</summary>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: 0.5, columnGap: 2 }}>
        {keys.map(([press, does]) => (
          <Box key={press} sx={{ display: 'contents' }}>
            <dt>
              <kbd>{press}</kbd>
            </dt>
            <Box component="dd" sx={{ m: 0 }}>
              {t(`journal.${does}`)}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
