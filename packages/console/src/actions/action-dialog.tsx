import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { Form, useTranslate } from 'react-admin';
import { useFormState } from 'react-hook-form';

import type { FormValues } from '../generator/form-values.ts';
import type { MetaAction } from '../generator/meta.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { companyIdOf, FormCompany } from '../inputs/form-company.ts';
import { FormGrid } from '../inputs/form-grid.tsx';
import { GraphInput } from '../inputs/graph-input.tsx';
import { paths } from '../layout/paths.ts';
import { StillWorking } from '../layout/still-working.tsx';
import { useGo } from '../layout/use-go.ts';
import type { GraphRecord } from '../record/use-record.ts';
import { useRefresh } from '../record/use-refresh.ts';
import { askedInputs, proposalsOf, startValues } from './action-input.ts';
import { TypedMark, useLeave } from './leave-dialog.tsx';
import { useAction } from './use-action.ts';

const ProposedValues = lazy(() => import('./proposed-values.tsx'));

interface ActionDialogProps {
  readonly resource: ResourceDefinition;
  readonly record?: GraphRecord | undefined;
  readonly action: MetaAction;
  readonly onClose: () => void;
}

/** Asks for what an action needs, says what it does, and runs it. */
export default function ActionDialog({ resource, record, action, onClose }: ActionDialogProps) {
  const go = useGo();
  const refresh = useRefresh();
  const run = useAction({
    record,
    action,
    onDone: async (id) => {
      onClose();
      await refresh();
      if (!record && id) go(paths.show(resource, id));
    },
  });
  const [problem, setProblem] = useState('');
  const phone = useMediaQuery(useTheme().breakpoints.down('sm'));
  const inputs = askedInputs(action);
  const proposals = proposalsOf(action);
  const { leave, holdsTyped } = useLeave(onClose);
  const submit = async (values: FormValues) => {
    setProblem('');
    const outcome = await run(values);
    setProblem(outcome?.problem ?? '');
    return outcome?.faults;
  };
  return (
    <Dialog
      open
      onClose={leave}
      maxWidth={inputs.length > 3 ? 'md' : 'sm'}
      fullWidth
      fullScreen={phone && inputs.length > 3}
      aria-labelledby="action-title"
    >
      <Form defaultValues={startValues(action, record)} onSubmit={submit} noValidate disableInvalidFormNotification>
        <DialogTitle id="action-title">{action.label}</DialogTitle>
        <DialogContent>
          {record?._label && (
            <DialogContentText sx={{ fontWeight: 650, color: 'text.primary' }}>{record._label}</DialogContentText>
          )}
          <DialogContentText sx={{ mb: 1 }}>{action.confirmation || action.description}</DialogContentText>
          <FormCompany value={companyIdOf(record)}>
            <FormGrid sx={{ pt: 0.5 }}>
              {inputs.map((spec, index) => (
                <GraphInput key={spec.name} spec={spec} autoFocus={index === 0} />
              ))}
            </FormGrid>
          </FormCompany>
          {problem && <Alert severity="error">{problem}</Alert>}
          <TypedMark holdsTyped={holdsTyped} />
          {proposals.length > 0 && (
            <Suspense fallback={null}>
              <ProposedValues proposals={proposals} />
            </Suspense>
          )}
          <Progress />
        </DialogContent>
        <Buttons action={action} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

function Progress() {
  const { isSubmitting } = useFormState();
  return <StillWorking busy={isSubmitting} />;
}

function Buttons({ action, onClose }: { action: MetaAction; onClose: () => void }) {
  const translate = useTranslate();
  const { isSubmitting } = useFormState();
  return (
    <DialogActions>
      <Button color="secondary" onClick={onClose}>
        {translate('ra.action.cancel')}
      </Button>
      <Button type="submit" variant="contained" color={action.destructive ? 'error' : 'primary'} loading={isSubmitting}>
        {action.label}
      </Button>
    </DialogActions>
  );
}
