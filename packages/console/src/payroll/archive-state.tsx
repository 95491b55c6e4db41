import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/graph-client.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { formatInstant } from '../values/format.ts';
import { ARCHIVE_FIELDS, type Archive } from './archive.ts';

const ARCHIVE = `query PayslipArchiveState($id: ID!) { payslipArchive(id: $id) { ${ARCHIVE_FIELDS} } }`;
const LOOK_EVERY_MILLISECONDS = 1_000;

interface ArchiveStateProps {
  /** The archive as it was when the page was opened; while it is drawn, it is looked at again. */
  readonly archive: Archive;
}

/** All payslips of a run as one file: how many are drawn, then the way to download it. */
export function ArchiveState({ archive }: ArchiveStateProps) {
  const t = useTexts();
  const { data: looked } = useQuery({
    queryKey: ['PayslipArchive', 'state', archive.id],
    initialData: archive,
    enabled: archive.status === 'PREPARING',
    refetchInterval: ({ state }) => (state.data?.status === 'PREPARING' ? LOOK_EVERY_MILLISECONDS : false),
    queryFn: async ({ signal }) =>
      (await ask<{ payslipArchive: Archive | null }>(ARCHIVE, { id: archive.id }, signal)).payslipArchive ?? archive,
  });
  // The page itself may be told first that the file is whole, and nothing is looked at from then on.
  const data = archive.status === 'PREPARING' ? looked : archive;
  return (
    <Box component="section" aria-label={t('payslip.archive.title')} sx={{ maxWidth: 560 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('payslip.archive.title')}
      </Typography>
      {data.status === 'PREPARING' && <Drawing archive={data} />}
      {data.status === 'READY' && <Ready archive={data} />}
      {data.status === 'EXPIRED' && <Typography color="text.secondary">{t('payslip.archive.expired')}</Typography>}
    </Box>
  );
}

function Drawing({ archive: { drawnCount, failedCount, slipCount } }: ArchiveStateProps) {
  const t = useTexts();
  const done = drawnCount + failedCount;
  const text = t('payslip.archive.drawing', { done, all: slipCount });
  return (
    <>
      <LinearProgress
        variant="determinate"
        value={slipCount === 0 ? 100 : (100 * done) / slipCount}
        aria-label={t('payslip.archive.title')}
        sx={{ mb: 0.75 }}
      />
      <Typography variant="body2">{text}</Typography>
    </>
  );
}

function Ready({ archive: { id, drawnCount, failedCount, expiresAt } }: ArchiveStateProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  return (
    <>
      {failedCount > 0 && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          {t('payslip.archive.failed', { smart_count: failedCount })}
        </Alert>
      )}
      {drawnCount > 0 && (
        <Button
          component="a"
          href={`/payslip-archives/${id}.zip`}
          download
          variant="outlined"
          startIcon={<DownloadIcon />}
        >
          {t('payslip.archive.download', { smart_count: drawnCount })}
        </Button>
      )}
      {expiresAt && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.75 }}>
          {t('payslip.archive.hint', { day: formatInstant(expiresAt, locale) })}
        </Typography>
      )}
    </>
  );
}
