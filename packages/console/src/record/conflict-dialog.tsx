import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  Typography,
} from '@mui/material';
import { useState } from 'react';

import {
  type Choice,
  type ConflictRow,
  conflictRows,
  proposedChoices,
  resolveConflict,
} from '../generator/conflict.ts';
import type { FormValues } from '../generator/form-values.ts';
import type { FieldDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import type { InputSpec } from '../inputs/input-spec.ts';
import { useGo } from '../layout/use-go.ts';
import { Value } from '../values/value.tsx';
import type { GraphRecord } from './use-record.ts';

type EditableField = FieldDefinition & InputSpec;

interface ConflictDialogProps {
  readonly fields: readonly EditableField[];
  readonly started: FormValues;
  readonly mine: FormValues;
  readonly stored: GraphRecord;
  readonly onSave: (changes: Record<string, unknown>) => Promise<void>;
  readonly onClose: () => void;
}

/** Somebody else saved first: both versions, field by field, and a choice for each. */
export default function ConflictDialog({ fields, started, mine, stored, onSave, onClose }: ConflictDialogProps) {
  const t = useTexts();
  const go = useGo();
  const rows = conflictRows(fields, started, mine, stored);
  const [choices, setChoices] = useState(() => proposedChoices(rows));
  const [busy, setBusy] = useState(false);
  const undecided = rows.some(({ field }) => choices[field.inputName] === undefined);
  const save = async () => {
    setBusy(true);
    await onSave(resolveConflict(rows, choices));
    setBusy(false);
  };
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{t('conflict.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{t('conflict.hint')}</DialogContentText>
        {rows.map((row) => (
          <ConflictChoice
            key={row.field.inputName}
            row={row}
            stored={stored}
            choice={choices[row.field.inputName]}
            onChoose={(choice) => setChoices((current) => ({ ...current, [row.field.inputName]: choice }))}
          />
        ))}
        {undecided && <Typography role="status">{t('conflict.undecided')}</Typography>}
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={() => go('..', { relative: 'path' })}>
          {t('conflict.useTheirs')}
        </Button>
        <Button variant="contained" disabled={undecided} loading={busy} onClick={() => void save()}>
          {t('conflict.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface ConflictChoiceProps {
  readonly row: ConflictRow<EditableField>;
  readonly stored: GraphRecord;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

function ConflictChoice({ row, stored, choice, onChoose }: ConflictChoiceProps) {
  const t = useTexts();
  const { field } = row;
  const id = `conflict-${field.inputName}`;
  const version = (value: unknown) => (
    <Value field={field} record={{ ...stored, _can: undefined, [field.name]: value }} plain />
  );
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Typography id={id} variant="h3" component="h3">
        {field.label}
      </Typography>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
        {t('conflict.before')}: {version(row.before)}
      </Typography>
      <RadioGroup row aria-labelledby={id} value={choice ?? ''} onChange={(_event, value) => onChoose(value as Choice)}>
        {(['mine', 'theirs'] as const).map((side) => (
          <FormControlLabel
            key={side}
            value={side}
            control={<Radio size="small" />}
            label={
              <span>
                {t(`conflict.${side}`)}: {version(row[side])}
              </span>
            }
            sx={{ width: { xs: '100%', sm: '46%' } }}
          />
        ))}
      </RadioGroup>
    </Box>
  );
}
