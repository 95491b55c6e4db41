import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useLocaleState, useRecordContext } from 'react-admin';
import { useTexts } from '../i18n/use-texts.ts';
import type { GraphRecord } from '../record/use-record.ts';

/** The payslip as a document, in the language that the console speaks. */
export default function PayslipFile() {
  const t = useTexts();
  const [language] = useLocaleState();
  const record = useRecordContext<GraphRecord>();
  if (!record) return null;
  return (
    <Box sx={{ maxWidth: 860 }}>
      <Typography sx={{ mb: 2 }}>{t('payslip.hint')}</Typography>
      <Button
        component="a"
        href={`/payslips/${record.id}.pdf?language=${language}`}
        download
        variant="contained"
        startIcon={<DownloadIcon />}
      >
        {t('payslip.download')}
      </Button>
    </Box>
  );
}
