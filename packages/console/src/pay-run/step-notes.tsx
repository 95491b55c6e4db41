import { Box, Typography } from '@mui/material';
import { useTexts } from '../i18n/use-texts.ts';
import { useResource } from '../layout/catalogue-context.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import type { GraphRecord } from '../record/use-record.ts';
import type { GuideAnswer } from './guide-query.ts';
import type { NextStep, RunFacts } from './guide-steps.ts';

interface StepNotesProps {
  readonly record: GraphRecord;
  readonly next: NextStep;
  readonly facts: RunFacts;
  readonly answer: GuideAnswer;
}

/** What the open step is about, whom it waits for, and what is still missing for it. */
export function StepNotes({ record, next, facts, answer }: StepNotesProps) {
  const t = useTexts();
  const batch = answer.batches?.nodes[0];
  return (
    <>
      <Typography variant="body2" sx={{ mt: 0.25 }}>
        {t(`payRun.about.${next.step}`)}
      </Typography>
      <Box role="status">
        {next.waitsFor === 'another' && <Waiting text={t('payRun.waitsForAnother')} />}
        {next.waitsFor === 'payroll' && <Waiting text={t('payRun.waitsForPayroll')} />}
        {next.waitsFor === 'batch' && <Waiting text={t(`payRun.batch.${facts.batchStatus}`)} />}
      </Box>
      {next.step === 'pay' && batch && <BatchLink id={batch.id} label={batch._label} />}
      {answer.problems && (next.step === 'calculate' || next.step === 'review') && (
        <Missing record={record} isReview={next.action === 'reviewPayRun'} answer={answer} />
      )}
    </>
  );
}

const Waiting = ({ text }: { readonly text: string }) => (
  <Typography sx={{ mt: 0.75, fontWeight: 650 }}>{text}</Typography>
);

function BatchLink({ id, label }: { readonly id: string; readonly label: string | null }) {
  const batches = useResource('PaymentBatch');
  if (!batches) return null;
  return <RouterLink to={paths.show(batches, id)}>{label || batches.label}</RouterLink>;
}

/** People who cannot be paid, and whose pay is to be explained. */
function Missing({ record, isReview, answer }: Pick<StepNotesProps, 'record' | 'answer'> & { isReview: boolean }) {
  const t = useTexts();
  const errors = Number(record['errorCount'] ?? 0);
  const deviations = Number(record['deviationCount'] ?? 0);
  const accounts = answer.withoutAccount?.totalCount ?? 0;
  const isEmpty = record['status'] === 'CALCULATED' && Number(record['employeeCount']) === 0;
  const notes = [
    ...(isEmpty ? [t('payRun.empty')] : []),
    ...(errors > 0 ? [t('payRun.errors', { smart_count: errors })] : []),
    ...(accounts > 0 ? [t('payRun.withoutAccount', { smart_count: accounts })] : []),
    ...(deviations > 0 ? [t('payRun.deviations', { smart_count: deviations })] : []),
    ...(isReview && errors + deviations > 0 ? [t('payRun.sayWhy')] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, mt: 0.75, pl: 2.5 }}>
      {notes.map((note) => (
        <Typography component="li" variant="body2" key={note}>
          {note}
        </Typography>
      ))}
    </Box>
  );
}
