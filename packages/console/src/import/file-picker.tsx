import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Button, Typography } from '@mui/material';
import { useTexts } from '../i18n/use-texts.ts';

interface FilePickerProps {
  readonly onFile: (file: File) => void;
  readonly busy: boolean;
  readonly disabled: boolean;
}

/** A button that is a file input as well, so that it works with the keyboard and with a file dropped on it. */
export function FilePicker({ onFile, busy, disabled }: FilePickerProps) {
  const t = useTexts();
  return (
    <div style={{ marginBottom: 16 }}>
      <Button component="label" variant="outlined" size="medium" startIcon={<UploadIcon />} disabled={disabled || busy}>
        {t('import.choose')}
        <input
          type="file"
          disabled={disabled || busy}
          aria-label={t('import.choose')}
          accept=".csv,.txt,text/csv"
          style={{ position: 'absolute', inset: 0, opacity: 0, cursor: 'pointer' }}
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) onFile(file);
            // The same file may be chosen again after it was corrected.
            target.value = '';
          }}
        />
      </Button>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {t('import.drop')}
      </Typography>
    </div>
  );
}
