import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useRecordContext } from 'react-admin';
import { fetchExport } from '../data/exports.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';

/** A size for people: in megabytes, or in kilobytes where it is less than one. */
function sizeOf(bytes: number, locale: string): string {
  const [unit, size] = bytes < 1_000_000 ? ['kilobyte', Math.ceil(bytes / 1_000)] : ['megabyte', bytes / 1_000_000];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: String(unit), maximumFractionDigits: 1 }).format(
    Number(size),
  );
}

/** The file of an export: to be downloaded by whoever asked for it, while it is kept. */
export default function FileTab() {
  const t = useTexts();
  const explain = useRefusals();
  const locale = useReaderLocale();
  const record = useRecordContext();
  const [problem, setProblem] = useState<unknown>();
  if (!record) return null;
  if (record['status'] !== 'READY') return <Typography color="text.secondary">{t('exporting.noFile')}</Typography>;
  const size = sizeOf(Number(record['byteCount']), locale);
  return (
    <Box>
      <Button
        variant="contained"
        startIcon={<DownloadIcon />}
        onClick={() => void fetchExport(String(record.id)).then(() => setProblem(undefined), setProblem)}
      >
        {t('exporting.downloadSize', { size })}
      </Button>
      {problem !== undefined && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {explain(problem).problem}
        </Alert>
      )}
    </Box>
  );
}
