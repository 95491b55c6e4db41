import { useTranslate } from 'react-admin';
import { useReaderLocale } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { spokenValues } from './problem-values.ts';

interface ProblemSentenceProps {
  readonly code: string;
  /** What the graph says, in English. */
  readonly message: string;
  readonly values: readonly string[];
}

/** What is wrong with somebody's pay, in the reader's language, with amounts and days as the reader writes them. */
export function ProblemSentence({ code, message, values }: ProblemSentenceProps) {
  const translate = useTranslate();
  const locale = useReaderLocale();
  const { enums } = useCatalogue();
  const names = new Map(enums.get('PayComponentCode')?.values.map(({ name, label }) => [name, label]));
  return translate(`kontor.refusal.${code}`, { _: message, ...spokenValues(values, locale, names) });
}
