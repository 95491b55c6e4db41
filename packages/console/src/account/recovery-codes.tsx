import { Alert, Box, Button } from '@mui/material';
import { useTexts } from '../i18n/use-texts.ts';

/** Recovery codes, the one time that they are shown. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useTexts();
  return (
    <>
      <Alert severity="warning" sx={{ mb: 2 }}>
        {t('security.codesOnce')}
      </Alert>
      <Box
        component="ul"
        aria-label={t('security.recoveryCodes')}
        sx={{
          m: 0,
          p: 1.5,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          listStyle: 'none',
          columnCount: { sm: 2 },
          fontFamily: 'monospace',
        }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
      <Button onClick={() => void navigator.clipboard?.writeText(codes.join('\n'))} sx={{ mt: 1 }}>
        {t('account.copy')}
      </Button>
    </>
  );
}
