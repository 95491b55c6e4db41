import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { useTexts } from '../i18n/use-texts.ts';
import type { GraphRecord } from '../record/use-record.ts';

/** The file of a batch for the bank, once there is one, for whoever sees its single payments. */
export default function PaymentFile() {
  const t = useTexts();
  const record = useRecordContext<GraphRecord>();
  if (!record) return null;
  const hash = record['fileSha256'];
  if (typeof hash !== 'string') return <Typography>{t('payment.noFile')}</Typography>;
  const isClosed = record._can.maskedFields.includes('payments');
  return (
    <Box sx={{ maxWidth: 860 }}>
      <Typography sx={{ mb: 2 }}>{t(isClosed ? 'payment.notYours' : 'payment.hint')}</Typography>
      {!isClosed && (
        <Button
          component="a"
          href={`/payment-batches/${record.id}.xml`}
          download
          variant="contained"
          startIcon={<DownloadIcon />}
        >
          {t('payment.download')}
        </Button>
      )}
      <Typography sx={{ mt: 2, color: 'text.secondary' }}>{t('payment.hash')}</Typography>
      <Box component="code" sx={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
        {hash}
      </Box>
    </Box>
  );
}
