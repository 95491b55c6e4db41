import { Alert, Box, Button, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Form, useTranslate } from 'react-admin';
import { useFormState } from 'react-hook-form';

import type { FormValues } from '../generator/form-values.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { FormGrid } from '../inputs/form-grid.tsx';
import { GraphInput } from '../inputs/graph-input.tsx';
import type { InputSection } from '../inputs/input-spec.ts';
import { useGo } from '../layout/use-go.ts';

interface RecordFormProps {
  readonly sections: readonly InputSection[];
  readonly start: FormValues;
  /** Answers the faults by input, or nothing where all went well. */
  readonly onSubmit: (values: FormValues) => Promise<Record<string, unknown> | undefined>;
  readonly problem: string;
  /** What sending it is called; saving, unless told. */
  readonly submitLabel?: string;
  readonly destructive?: boolean;
  readonly children?: ReactNode;
}

/** The inputs of a record in their sections, with the buttons below. */
export function RecordForm({
  sections,
  start,
  onSubmit,
  problem,
  submitLabel,
  destructive,
  children,
}: RecordFormProps) {
  const t = useTexts();
  return (
    <Form defaultValues={start} onSubmit={onSubmit} warnWhenUnsavedChanges noValidate disableInvalidFormNotification>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 1000 }}>
        {sections.map((section, index) => (
          <Paper key={section.key} variant="outlined" component="section" sx={{ p: 2 }}>
            {sections.length > 1 && (
              <Typography variant="h2" sx={{ mb: 0.5 }}>
                {t(`section.${section.key}`)}
              </Typography>
            )}
            <FormGrid>
              {section.specs.map((spec, position) => (
                <GraphInput key={spec.inputName} spec={spec} autoFocus={index === 0 && position === 0} />
              ))}
            </FormGrid>
          </Paper>
        ))}
        {children}
        <SaveBar problem={problem} label={submitLabel} destructive={destructive} />
      </Box>
    </Form>
  );
}

interface SaveBarProps {
  readonly problem: string;
  readonly label?: string | undefined;
  readonly destructive?: boolean | undefined;
}

/** Stays in view, with what is wrong with the whole above the buttons. */
function SaveBar({ problem, label, destructive = false }: SaveBarProps) {
  const translate = useTranslate();
  const go = useGo();
  const { isSubmitting } = useFormState();
  return (
    <Box sx={{ position: 'sticky', bottom: 0, py: 1.5, bgcolor: 'background.default', zIndex: 2 }}>
      {problem && (
        <Alert severity="error" sx={{ mb: 1.5 }}>
          {problem}
        </Alert>
      )}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button
          type="submit"
          variant="contained"
          size="medium"
          color={destructive ? 'error' : 'primary'}
          loading={isSubmitting}
        >
          {label ?? translate('ra.action.save')}
        </Button>
        <Button color="secondary" size="medium" onClick={() => go(-1)}>
          {translate('ra.action.cancel')}
        </Button>
      </Box>
    </Box>
  );
}
