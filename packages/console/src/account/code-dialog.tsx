import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Placed } from '../data/graph-error.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { CodeField } from '../sign-in/code-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

interface CodeDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly onClose: () => void;
  /** What the code is for; recovery codes that it answers are shown. */
  // biome-ignore lint/suspicious/noConfusingVoidType: nothing is answered where nothing is shown
  readonly onCode: (code: string) => Promise<readonly string[] | void>;
}

/** Asks for a code of the second factor, does what it is for, and shows what came of it. */
export function CodeDialog({ title, submit, onClose, onCode }: CodeDialogProps) {
  const translate = useTranslate();
  const explain = useRefusals();
  const id = useId();
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[]>();
  const [{ faults, problem }, setPlaced] = useState<Placed>({ faults: {}, problem: '' });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const answered = await onCode(code);
      if (answered) setCodes(answered);
      else onClose();
    } catch (error) {
      setPlaced(explain(error, new Set(['code'])));
    }
  };
  return (
    <Dialog open onClose={codes ? undefined : onClose} maxWidth="xs" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <form onSubmit={(event) => void send(event)}>
        <DialogContent>
          {codes ? (
            <RecoveryCodes codes={codes} />
          ) : (
            <CodeField
              autoFocus
              value={code}
              error={Boolean(faults['code'])}
              helperText={faults['code']}
              onChange={({ target }) => setCode(target.value)}
            />
          )}
          {problem && <Alert severity="error">{problem}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button color="secondary" onClick={onClose}>
            {translate(codes ? 'ra.action.close' : 'ra.action.cancel')}
          </Button>
          {!codes && (
            <Button type="submit" variant="contained">
              {submit}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
