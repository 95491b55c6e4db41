import { Box } from '@mui/material';
import type { ImportReport } from '../data/imports.ts';
import { useLanguage, useTexts } from '../i18n/use-texts.ts';

const COUNTS = ['rowCount', 'createdCount', 'updatedCount', 'unchangedCount', 'faultCount'] as const;

export function ImportCounts({ report }: { report: ImportReport }) {
  const t = useTexts();
  const locale = useLanguage();
  return (
    <Box component="dl" role="status" sx={{ display: 'flex', gap: 4, flexWrap: 'wrap', m: 0, mb: 2 }}>
      {COUNTS.map((count) => (
        <div key={count}>
          <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {t(`import.${count === 'rowCount' ? 'rows' : count}`)}
          </Box>
          <Box component="dd" sx={{ m: 0, fontSize: '1.5rem', fontWeight: 650, color: count === 'faultCount' && report[count] > 0 ? 'error.main' : undefined }}>
            {report[count].toLocaleString(locale)}
          </Box>
        </div>
      ))}
    </Box>
  );
}
