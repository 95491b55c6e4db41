import { Box, Link as MuiLink, Tooltip } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { isReference } from '../generator/form-values.ts';
import type { FieldDefinition } from '../generator/resource-definition.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { drawnKind } from './drawn-kind.ts';
import { EnumChip } from './enum-chip.tsx';
import {
  countryName,
  currencyCode,
  formatDate,
  formatDecimal,
  formatInstant,
  formatMoney,
  languageName,
} from './format.ts';
import { ReferenceLink } from './reference-link.tsx';
import WidgetValue from './widget-value.tsx';
import { wordOf } from './word-of.ts';

export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

interface ValueProps {
  readonly field: FieldDefinition;
  readonly record: Row;
  /** Whether references lead somewhere; not where the whole row is a link. */
  readonly plain?: boolean;
}

/** One value of a record, by the kind of its field. */
export function Value({ field, record, plain = false }: ValueProps) {
  const value = record[field.name];
  if (value === null || value === undefined || value === '') return <Nothing masked={isMasked(field, record)} />;
  return <Content field={field} record={record} value={value} plain={plain} />;
}

function Content({ field, record, value, plain }: ValueProps & { value: unknown }): ReactNode {
  const locale = useReaderLocale();
  const translate = useTranslate();
  const text = typeof value === 'object' ? '' : String(value);
  const { widget } = field;
  if (widget === 'code') return <code>{text}</code>;
  if (widget === 'entity' || widget === 'source' || widget === 'problem')
    return <WidgetValue widget={widget} text={text} record={record} plain={plain ?? false} />;
  switch (drawnKind(field)) {
    case 'REFERENCE':
      return isReference(value) && field.target ? (
        <ReferenceLink target={field.target} reference={value} plain={plain} />
      ) : null;
    case 'ENUM':
      return <EnumChips enumName={field.enumName} value={value} />;
    case 'BOOLEAN':
      return translate(value === true ? 'ra.boolean.true' : 'ra.boolean.false');
    case 'DATE':
      return <time dateTime={text}>{formatDate(text, locale)}</time>;
    case 'INSTANT':
      return <time dateTime={text}>{formatInstant(text, locale)}</time>;
    case 'MONEY':
      return formatMoney(text, currencyCode(field.currencyField ? record[field.currencyField] : undefined), locale);
    case 'DECIMAL':
      return formatDecimal(text, locale);
    case 'INTEGER':
      return formatDecimal(text, locale);
    case 'COUNTRY':
      return countryName(text, locale);
    case 'LANGUAGE':
      return languageName(text, locale);
    case 'EMAIL':
      return plain ? text : <MuiLink href={`mailto:${text}`}>{text}</MuiLink>;
    case 'PHONE':
      return plain ? text : <MuiLink href={`tel:${text.replace(/\s/g, '')}`}>{text}</MuiLink>;
    case 'LONG_TEXT':
      return <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Box>;
    default:
      return field.enumName ? <NamedText enumName={field.enumName} name={text} /> : text;
  }
}

/** A name by its word; the name itself is what a filter finds it by. */
function NamedText({ enumName, name }: { enumName: string; name: string }) {
  return <span title={name}>{wordOf(useCatalogue(), enumName, name)}</span>;
}

function EnumChips({ enumName, value }: { enumName: string | null | undefined; value: unknown }) {
  const values = Array.isArray(value) ? value : [value];
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, flexWrap: 'wrap' }}>
      {values.map((one) => (
        <EnumChip key={String(one)} enumName={enumName ?? ''} value={String(one)} />
      ))}
    </Box>
  );
}

/** An empty value; where a rule hides it, that is said. */
function Nothing({ masked }: { masked: boolean }) {
  const t = useTexts();
  if (!masked)
    return (
      <Box component="span" aria-hidden sx={{ color: 'text.secondary' }}>
        –
      </Box>
    );
  return (
    <Tooltip title={t('record.masked')}>
      <Box
        component="span"
        sx={{ color: 'text.secondary', letterSpacing: '0.1em' }}
        aria-label={t('record.masked')}
        role="img"
      >
        •••
      </Box>
    </Tooltip>
  );
}

function isMasked(field: FieldDefinition, record: Row): boolean {
  const can = record['_can'] as { maskedFields?: readonly string[] } | undefined;
  return can?.maskedFields?.includes(field.name) ?? false;
}

/** Amounts and numbers stand at the end of their column, so that digits line up. */
export function isNumeric(field: FieldDefinition): boolean {
  return ['MONEY', 'DECIMAL', 'INTEGER'].includes(drawnKind(field));
}
