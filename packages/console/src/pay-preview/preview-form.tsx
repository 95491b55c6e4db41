import { Box, Button, MenuItem, Paper, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { ask } from '../data/graph-client.ts';
import type { Reference } from '../generator/form-values.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { ReferencePicker } from '../inputs/reference-picker.tsx';
import { today } from '../pay-run/due-mark.tsx';
import { parseDecimal } from '../values/format.ts';
import { PREVIEW_WHO, type PreviewFact, type PreviewQuestion } from './preview-query.ts';

interface PreviewFormProps {
  readonly companies: readonly Reference[];
  /** What else the pay depends on: known once something was asked. */
  readonly facts: readonly PreviewFact[];
  readonly busy: boolean;
  readonly onAsk: (question: PreviewQuestion) => void;
}

const half = { width: { xs: '100%', sm: 230 } } as const;

/** The salary as it is typed. */
interface Terms {
  readonly salary: string;
  readonly payPeriod: 'MONTH' | 'YEAR';
  readonly from: string;
}

/** Whose salary, how much and from when, and the facts that are to be others. */
export function PreviewForm({ companies, facts, busy, onAsk }: PreviewFormProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const [params, setParams] = useSearchParams();
  const employeeId = params.get('employee');
  const [companyId, setCompanyId] = useState(companies[0]?.id ?? '');
  const [terms, setTerms] = useState<Terms>(() => ({ salary: '', payPeriod: 'MONTH', from: today() }));
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({});
  const amount = parseDecimal(terms.salary, locale);
  const isWrong = terms.salary !== '' && (amount === undefined || amount.startsWith('-'));
  const isAskable = amount !== undefined && !isWrong && terms.from !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isAskable) return;
    const given = Object.entries(changed).map(([name, value]) => ({ name, value }));
    const { payPeriod, from } = terms;
    onAsk({ employeeId, companyId: employeeId ? null : companyId, amount, payPeriod, from, facts: given });
  };
  return (
    <Paper component="form" variant="outlined" onSubmit={submit} noValidate sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'flex-start' }}>
        <Whose
          {...{ companies, employeeId, companyId }}
          onEmployee={(id) => {
            setChanged({});
            setParams(id ? { employee: id } : {}, { replace: true });
          }}
          onCompany={(id) => {
            setChanged({});
            setCompanyId(id);
          }}
        />
        <TermFields terms={terms} isWrong={isWrong} onChange={(next) => setTerms({ ...terms, ...next })} />
        <Button type="submit" variant="contained" disabled={!isAskable} loading={busy} sx={{ mt: 0.5 }}>
          {t('payPreview.show')}
        </Button>
      </Box>
      {facts.length > 0 && (
        <Facts facts={facts} changed={changed} onChange={(name, value) => setChanged({ ...changed, [name]: value })} />
      )}
    </Paper>
  );
}

interface WhoseProps {
  readonly companies: readonly Reference[];
  readonly employeeId: string | null;
  readonly companyId: string;
  readonly onEmployee: (id: string | undefined) => void;
  readonly onCompany: (id: string) => void;
}

/** An employee, or for an offer the company that makes it. */
function Whose({ companies, employeeId, companyId, onEmployee, onCompany }: WhoseProps) {
  const t = useTexts();
  const [employee, setEmployee] = useState<Reference | null>(null);
  const { data } = useQuery({
    queryKey: ['Employee', 'preview', employeeId],
    enabled: employeeId !== null && employee === null,
    queryFn: ({ signal }) => ask<{ employee: Reference | null }>(PREVIEW_WHO, { id: employeeId }, signal),
  });
  const named = employee ?? data?.employee ?? null;
  return (
    <>
      <Box sx={{ width: { xs: '100%', sm: 320 } }}>
        <ReferencePicker
          target="Employee"
          multiple={false}
          value={employeeId === null ? null : named}
          onChange={(chosen) => {
            setEmployee(chosen);
            onEmployee(chosen?.id);
          }}
          field={{ id: 'preview-employee', label: t('payPreview.employee'), margin: 'none', fullWidth: true }}
        />
      </Box>
      {employeeId === null && companies.length > 1 && (
        <TextField
          select
          id="preview-company"
          label={t('payPreview.company')}
          margin="none"
          value={companyId}
          onChange={({ target }) => onCompany(target.value)}
          fullWidth={false}
          sx={half}
        >
          {companies.map(({ id, _label }) => (
            <MenuItem key={id} value={id}>
              {_label}
            </MenuItem>
          ))}
        </TextField>
      )}
    </>
  );
}

interface TermFieldsProps {
  readonly terms: Terms;
  readonly isWrong: boolean;
  readonly onChange: (next: Partial<Terms>) => void;
}

function TermFields({ terms: { salary, payPeriod, from }, isWrong, onChange }: TermFieldsProps) {
  const t = useTexts();
  return (
    <>
      <TextField
        id="preview-salary"
        label={t('payPreview.salary')}
        margin="none"
        autoComplete="off"
        required
        value={salary}
        error={isWrong}
        onChange={({ target }) => onChange({ salary: target.value })}
        fullWidth={false}
        sx={half}
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      />
      <TextField
        select
        id="preview-period"
        label={t('payPreview.per')}
        margin="none"
        value={payPeriod}
        onChange={({ target }) => onChange({ payPeriod: target.value === 'YEAR' ? 'YEAR' : 'MONTH' })}
        fullWidth={false}
        sx={{ width: { xs: '100%', sm: 130 } }}
      >
        {['MONTH', 'YEAR'].map((each) => (
          <MenuItem key={each} value={each}>
            {t(`payPreview.period.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        id="preview-from"
        type="date"
        label={t('payPreview.from')}
        margin="none"
        required
        value={from}
        onChange={({ target }) => onChange({ from: target.value })}
        fullWidth={false}
        sx={half}
        slotProps={{ inputLabel: { shrink: true } }}
      />
    </>
  );
}

interface FactsProps {
  readonly facts: readonly PreviewFact[];
  readonly changed: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
}

function Facts({ facts, changed, onChange }: FactsProps) {
  const t = useTexts();
  const translate = useTranslate();
  return (
    <Box component="details" sx={{ mt: 2 }}>
      <Typography component="summary" variant="h3" sx={{ mb: 1.5, cursor: 'pointer' }}>
        {t('payPreview.facts')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 230px), 1fr))' }}>
        {facts.map(({ name, type, choices, value }) => {
          const options = type === 'boolean' ? ['true', 'false'] : choices;
          return (
            <TextField
              key={name}
              id={`preview-fact-${name}`}
              select={options.length > 0}
              label={translate(`kontor.payPreview.fact.${name}`, { _: name })}
              margin="none"
              autoComplete="off"
              value={changed[name] ?? value}
              onChange={({ target }) => onChange(name, target.value)}
            >
              {options.map((option) => (
                <MenuItem key={option} value={option}>
                  {type === 'boolean' ? translate(`ra.boolean.${option}`) : option}
                </MenuItem>
              ))}
            </TextField>
          );
        })}
      </Box>
    </Box>
  );
}
