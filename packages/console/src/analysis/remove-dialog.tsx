import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { useRefusals } from '../i18n/use-refusals.ts';

interface RemoveDialogProps {
  readonly name: string;
  readonly remove: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before a kept report is deleted. */
export default function RemoveDialog({ name, remove, onClose }: RemoveDialogProps) {
  const say = useAnalysisTexts();
  const translate = useTranslate();
  const explain = useRefusals();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const run = () => {
    setBusy(true);
    remove().catch((error: unknown) => {
      setProblem(explain(error).problem);
      setBusy(false);
    });
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="remove-report-title">
      <DialogTitle id="remove-report-title">{say('remove')}</DialogTitle>
      <DialogContent>
        {problem && <Alert severity="error">{problem}</Alert>}
        {say('removeSure', { name })}
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose}>
          {translate('ra.action.cancel')}
        </Button>
        <Button color="error" variant="contained" loading={busy} onClick={run}>
          {say('remove')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
