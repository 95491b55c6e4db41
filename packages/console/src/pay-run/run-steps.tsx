import DoneIcon from '@mui/icons-material/CheckCircle';
import StoppedIcon from '@mui/icons-material/DoNotDisturbOn';
import NowIcon from '@mui/icons-material/PlayCircleOutlined';
import LaterIcon from '@mui/icons-material/RadioButtonUnchecked';
import { Box, Paper, Stack, Typography } from '@mui/material';
import { RecordActions } from '../actions/record-actions.tsx';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import type { GraphRecord } from '../record/use-record.ts';
import { formatDate, formatInstant } from '../values/format.ts';
import { DueMark } from './due-mark.tsx';
import type { GuideAnswer } from './guide-query.ts';
import {
  type NextStep,
  otherActions,
  type RunFacts,
  STEPS,
  type StepKey,
  type StepState,
  stateOf,
} from './guide-steps.ts';
import { StepNotes } from './step-notes.tsx';

interface RunStepsProps {
  readonly record: GraphRecord;
  readonly resource: ResourceDefinition;
  readonly facts: RunFacts;
  readonly next: NextStep | null;
  readonly answer: GuideAnswer;
}

/** The steps one below the other: by whom and when they were taken, and in the one that is next its button. */
export function RunSteps({ record, resource, facts, next, answer }: RunStepsProps) {
  const t = useTexts();
  const rest = new Set(otherActions(facts, next));
  const others = resource.recordActions.filter(({ name }) => rest.has(name));
  return (
    <Box component="section" aria-label={t('payRun.steps')}>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {t('payRun.steps')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {STEPS.map((step) => (
          <Step
            key={step}
            step={step}
            state={stateOf(step, facts.status)}
            {...{ record, resource, facts, next, answer }}
          />
        ))}
      </Box>
      {others.length > 0 && (
        <Box role="group" aria-label={t('payRun.also')} className="no-print" sx={{ mt: 2 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.75 }}>
            {t('payRun.also')}
          </Typography>
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
            <RecordActions resource={resource} record={record} actions={others} primary={false} />
          </Stack>
        </Box>
      )}
    </Box>
  );
}

const ICONS = { done: DoneIcon, now: NowIcon, later: LaterIcon, stopped: StoppedIcon } as const;
const COLOURS = { done: 'success', now: 'primary', later: 'disabled', stopped: 'disabled' } as const;

interface StepProps extends RunStepsProps {
  readonly step: StepKey;
  readonly state: StepState;
}

function Step({ step, state, record, resource, facts, next, answer }: StepProps) {
  const t = useTexts();
  const Icon = ICONS[state];
  const action = next?.step === step ? resource.recordActions.find(({ name }) => name === next.action) : undefined;
  return (
    <Paper
      component="li"
      variant="outlined"
      aria-current={state === 'now' ? 'step' : undefined}
      sx={{
        p: state === 'now' ? 2 : 1.25,
        display: 'flex',
        gap: 1.5,
        ...(state === 'now' && { borderColor: 'primary.main', borderWidth: 2 }),
      }}
    >
      <Icon color={COLOURS[state]} titleAccess={t(`payRun.state.${state}`)} />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', justifyContent: 'space-between' }}>
          <Typography variant="h3" component="h3" sx={{ color: state === 'later' ? 'text.secondary' : 'text.primary' }}>
            {t(`payRun.step.${step}`)}
          </Typography>
          <Deadline step={step} state={state} record={record} answer={answer} />
        </Box>
        {state === 'done' && <Taken step={step} record={record} />}
        {state === 'now' && next && <StepNotes record={record} next={next} facts={facts} answer={answer} />}
        {action && (
          <Box className="no-print" sx={{ mt: 1.5 }}>
            <RecordActions resource={resource} record={record} actions={[action]} primary />
          </Box>
        )}
      </Box>
    </Paper>
  );
}

type Deadlines = Pick<StepProps, 'step' | 'state' | 'record' | 'answer'>;

/** By when an open step is to be taken. */
function Deadline({ step, state, record, answer }: Deadlines) {
  if (state !== 'now' && state !== 'later') return null;
  const period = answer.run?.period;
  const days: Partial<Record<StepKey, string | undefined>> = {
    calculate: period?.inputsDueOn,
    approve: period?.approvalDueOn,
    pay: String(record['payOn']),
  };
  const dueOn = days[step];
  return dueOn ? <DueMark dueOn={dueOn} /> : null;
}

const TAKEN: Readonly<Record<StepKey, readonly [by: string | null, at: string]>> = {
  calculate: ['preparedBy', 'calculatedAt'],
  review: ['reviewedBy', 'reviewedAt'],
  approve: ['approvedBy', 'approvedAt'],
  finalize: ['finalizedBy', 'finalizedAt'],
  pay: [null, 'paidOn'],
};

/** Who took a step, and when. */
function Taken({ step, record }: { step: StepKey; record: GraphRecord }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const [by, at] = TAKEN[step];
  const when: unknown = record[at];
  const name: unknown = by && record[by]?._label;
  const note: unknown = step === 'review' ? record['reviewNote'] : null;
  const day =
    typeof when === 'string' ? (at === 'paidOn' ? formatDate(when, locale) : formatInstant(when, locale)) : null;
  const words = [typeof name === 'string' ? name : null, day].filter((part) => part !== null);
  return (
    <>
      {words.length > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {words.join(', ')}
        </Typography>
      )}
      {typeof note === 'string' && (
        <Typography variant="body2" sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
          {t('payRun.note', { note })}
        </Typography>
      )}
    </>
  );
}
