import { Box, Button, Typography } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { useTexts } from '../i18n/use-texts.ts';

/** What an administrator tells the identity provider, so that it sends people back here. */
export default function ProviderConnection() {
  const t = useTexts();
  const record = useRecordContext();
  if (!record) return null;
  const address = `${window.location.origin}/sign-in/oidc/${record.id}/callback`;
  return (
    <Box sx={{ maxWidth: 860 }}>
      <Typography sx={{ mb: 1 }}>{t('security.connectionHint')}</Typography>
      <Box
        component="code"
        sx={{
          display: 'block',
          p: 1.5,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          overflowWrap: 'anywhere',
          userSelect: 'all',
        }}
      >
        {address}
      </Box>
      <Button onClick={() => void navigator.clipboard?.writeText(address)} sx={{ my: 1 }}>
        {t('account.copy')}
      </Button>
      <Typography sx={{ color: 'text.secondary' }}>{t('security.connectionSecret')}</Typography>
    </Box>
  );
}
