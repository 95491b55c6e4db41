import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Typography } from '@mui/material';
import { type DragEvent, useRef } from 'react';
import { useTexts } from '../i18n/use-texts.ts';

interface FilePickerProps {
  readonly onFile: (file: File) => void;
  readonly busy: boolean;
  readonly disabled: boolean;
  /** Ends of the names of files that are offered; those of CSV unless told. */
  readonly accept?: string;
  /** What may be dropped here. */
  readonly hint?: string;
}

/** Takes a file by a button, or dropped. */
export function FilePicker({ onFile, busy, disabled, accept = '.csv,.txt,text/csv', hint }: FilePickerProps) {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !disabled && !busy) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  return (
    <Box
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      sx={{ mb: 2, p: 2, border: '1px dashed', borderColor: 'divider', borderRadius: 1, maxWidth: 700 }}
    >
      <Button
        variant="outlined"
        size="medium"
        startIcon={<UploadIcon />}
        disabled={disabled}
        loading={busy}
        loadingPosition="start"
        onClick={() => input.current?.click()}
      >
        {t('import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        disabled={disabled || busy}
        accept={accept}
        onChange={({ target }) => {
          take(target.files);
          // The same file may be chosen again after it was corrected.
          target.value = '';
        }}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {hint ?? t('import.drop')}
      </Typography>
    </Box>
  );
}
