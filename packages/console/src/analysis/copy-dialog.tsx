import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { asClientCode, asCurl } from './copy-query.ts';
import type { ReportQuery } from './report-query.ts';

interface CopyDialogProps {
  readonly operation: ReportQuery;
  readonly onClose: () => void;
}

/** The query of a report for a program: as it is sent from a shell, by the client of the graph, and by itself. */
export default function CopyDialog({ operation, onClose }: CopyDialogProps) {
  const say = useAnalysisTexts();
  const origin = window.location.origin;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="copy-query-title">
      <DialogTitle id="copy-query-title">{say('copy')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Typography>{say('copyHint')}</Typography>
        <Copied title={say('copyCurl')} text={asCurl(operation, origin)} />
        <Copied title={say('copyClient')} text={asClientCode(operation, origin)} />
        <Copied title={say('copyGraph')} text={JSON.stringify(operation, null, 2)} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{say('close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Copied({ title, text }: { readonly title: string; readonly text: string }) {
  const say = useAnalysisTexts();
  const notify = useNotify();
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => notify(say('copied'), { type: 'info' }));
  };
  return (
    <Box component="section">
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mb: 0.5 }}>
        <Typography variant="h3">{title}</Typography>
        <Button color="secondary" variant="outlined" onClick={copy} aria-label={`${say('copyThis')}: ${title}`}>
          {say('copyThis')}
        </Button>
      </Box>
      <Box
        component="pre"
        tabIndex={0}
        role="region"
        aria-label={title}
        sx={{
          m: 0,
          p: 1.5,
          maxHeight: 190,
          overflow: 'auto',
          fontSize: '0.8125rem',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
        }}
      >
        {text}
      </Box>
    </Box>
  );
}
