import type { ContractType } from '../employment/facts.ts';
import { comparable } from './header.ts';

/** What kinds of contract are called in files, in English, Swedish, German, Hungarian, Slovenian. */
const NAMES: Readonly<Record<ContractType, readonly string[]>> = {
  PERMANENT: [
    ...['permanent', 'indefinite', 'open-ended', 'unlimited'],
    ...[
      'tillsvidare',
      'tillsvidareanställning',
      'fast',
      'unbefristet',
      'határozatlan',
      'határozatlan idejű',
      'nedoločen čas',
      'za nedoločen čas',
    ],
  ],
  FIXED_TERM: [
    ...['fixed term', 'temporary', 'limited'],
    ...['visstid', 'visstidsanställning', 'särskild visstidsanställning', 'vikariat', 'tidsbegränsad', 'befristet'],
    ...['határozott', 'határozott idejű', 'določen čas', 'za določen čas'],
  ],
  APPRENTICE: [
    'apprentice',
    'apprenticeship',
    'lärling',
    'auszubildender',
    'auszubildende',
    'azubi',
    'ausbildung',
    'tanuló',
    'szakképzési',
    'vajenec',
  ],
  INTERN: [
    'intern',
    'internship',
    'trainee',
    'praktikant',
    'praktik',
    'praktikum',
    'praktikantin',
    'gyakornok',
    'pripravnik',
    'praktikantka',
  ],
};

const TYPE_BY_NAME: ReadonlyMap<string, ContractType> = new Map(
  (Object.keys(NAMES) as ContractType[]).flatMap((type) =>
    [type, ...NAMES[type]].map((name) => [comparable(name), type] as const),
  ),
);

/** The kind of contract that a word means, or null. */
export function contractTypeOf(text: string): ContractType | null {
  return TYPE_BY_NAME.get(comparable(text)) ?? null;
}
