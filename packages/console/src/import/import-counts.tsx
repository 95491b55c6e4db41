import { Box } from '@mui/material';
import type { ImportReport } from '../data/imports.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';

/** What a commit would write, or has written. */
export function ImportCounts({ report, faulty }: { report: ImportReport; faulty: number }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const counts = [
    ['rows', report.rowCount],
    ['createdCount', report.created],
    ['updatedCount', report.updated],
    ['unchangedCount', report.unchanged],
    ['faultCount', faulty],
  ] as const;
  return (
    <div role="status">
      <Box component="dl" sx={{ display: 'flex', gap: 4, flexWrap: 'wrap', m: 0, mb: 2 }}>
        {counts.map(([key, count]) => (
          <div key={key}>
            <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
              {t(`import.${key}`)}
            </Box>
            <Box
              component="dd"
              sx={{
                m: 0,
                fontSize: '1.5rem',
                fontWeight: 650,
                color: key === 'faultCount' && count > 0 ? 'error.main' : undefined,
              }}
            >
              {count.toLocaleString(locale)}
            </Box>
          </div>
        ))}
      </Box>
    </div>
  );
}
