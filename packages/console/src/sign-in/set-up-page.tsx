import { Alert, Autocomplete, Button, TextField, Typography } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Placed } from '../data/graph-error.ts';
import { setUp } from '../data/viewer.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useLanguage, useTexts } from '../i18n/use-texts.ts';
import { COUNTRIES } from '../inputs/countries.ts';
import { countryName } from '../values/format.ts';
import { PasswordField } from './password-field.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { useLinkToken } from './use-link-token.ts';

const COMPANY = ['code', 'name', 'country', 'baseCurrencyCode', 'locale', 'timeZone'] as const;

type Values = Readonly<Record<string, string>>;

/** The first steps of a new installation: its company, and whoever runs it. Afterwards the administrator is signed in. */
export default function SetUpPage() {
  const t = useTexts();
  const token = useLinkToken();
  const language = useLanguage();
  const explain = useRefusals();
  const [company, setCompany] = useState<Values>({
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: navigator.language,
  });
  const [administrator, setAdministrator] = useState<Values>({});
  const [placed, setPlaced] = useState<Placed>({ faults: {}, problem: '' });
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await setUp({ token, company, administrator: { ...administrator, language } });
      window.location.assign('/');
    } catch (error) {
      setPlaced(explain(error, new Set([...COMPANY, 'email', 'password'])));
      setBusy(false);
    }
  };
  const field = (group: 'company' | 'administrator', name: string): FieldProps => ({
    label: t(`setUp.${group}.${name}`),
    value: (group === 'company' ? company : administrator)[name] ?? '',
    fault: placed.faults[name],
    onChange: (value) =>
      group === 'company'
        ? setCompany({ ...company, [name]: value })
        : setAdministrator({ ...administrator, [name]: value }),
  });
  return (
    <SignInFrame title={t('setUp.title')}>
      {!token && <Alert severity="error">{t('signIn.tokenMissing')}</Alert>}
      <form onSubmit={(event) => void submit(event)}>
        <Heading>{t('setUp.company.title')}</Heading>
        {COMPANY.map((name) => (
          <CompanyField key={name} name={name} {...field('company', name)} />
        ))}
        <Heading>{t('setUp.administrator.title')}</Heading>
        <Text {...field('administrator', 'name')} autoComplete="name" />
        <Text {...field('administrator', 'email')} type="email" autoComplete="username" />
        <PasswordInput {...field('administrator', 'password')} />
        {placed.problem && <Alert severity="error">{placed.problem}</Alert>}
        <Button
          type="submit"
          variant="contained"
          size="large"
          fullWidth
          loading={busy}
          disabled={!token}
          sx={{ mt: 2 }}
        >
          {t('setUp.submit')}
        </Button>
      </form>
    </SignInFrame>
  );
}

function Heading({ children }: { children: ReactNode }) {
  return (
    <Typography variant="h2" sx={{ mt: 2 }}>
      {children}
    </Typography>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

function Text({ label, value, fault, onChange, ...rest }: FieldProps & { type?: string; autoComplete?: string }) {
  return (
    <TextField
      {...rest}
      label={label}
      required
      value={value}
      error={Boolean(fault)}
      helperText={fault}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function PasswordInput({ label, value, fault, onChange }: FieldProps) {
  const t = useTexts();
  return (
    <PasswordField
      label={label}
      required
      autoComplete="new-password"
      value={value}
      error={Boolean(fault)}
      helperText={fault ?? t('signIn.setHint')}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** Countries, currencies and time zones are chosen from those that there are. */
function CompanyField({ name, ...props }: FieldProps & { name: string }) {
  const t = useTexts();
  const locale = useLanguage();
  const choices = choicesOf(name, locale);
  if (!choices) return <Text {...props} />;
  return (
    <Autocomplete
      options={[...choices.keys()]}
      value={props.value || null}
      getOptionLabel={(value) => choices.get(value) ?? value}
      onChange={(_event, value) => props.onChange(value ?? '')}
      openText={t('input.open')}
      closeText={t('input.open')}
      clearText={t('input.clear')}
      noOptionsText={t('input.noOptions')}
      renderInput={(params) => (
        <TextField {...params} label={props.label} required error={Boolean(props.fault)} helperText={props.fault} />
      )}
    />
  );
}

function choicesOf(name: string, locale: string): ReadonlyMap<string, string> | undefined {
  if (name === 'country') return new Map(COUNTRIES.map((code) => [code, countryName(code, locale)]));
  if (name === 'timeZone') return new Map(['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => [zone, zone]));
  if (name !== 'baseCurrencyCode') return undefined;
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return new Map(Intl.supportedValuesOf('currency').map((code) => [code, `${code} – ${names.of(code) ?? code}`]));
}
