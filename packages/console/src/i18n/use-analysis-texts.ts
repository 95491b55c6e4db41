import { use } from 'react';
import type { AnalysisTexts } from './analysis-en.ts';
import type { Language } from './languages.ts';
import { useLanguage } from './use-texts.ts';

/** Each language by itself, fetched when an analysis is first shown in it. */
export const ANALYSIS_TEXTS: Readonly<Record<Language, () => Promise<{ default: AnalysisTexts }>>> = {
  en: () => import('./analysis-en.ts'),
  sv: () => import('./analysis-sv.ts'),
  de: () => import('./analysis-de.ts'),
  hu: () => import('./analysis-hu.ts'),
  sl: () => import('./analysis-sl.ts'),
};

const asked = new Map<string, Promise<{ default: AnalysisTexts }>>();

function textsIn(language: string): Promise<{ default: AnalysisTexts }> {
  const known = asked.get(language);
  if (known) return known;
  const loading = (ANALYSIS_TEXTS[language as Language] ?? ANALYSIS_TEXTS.en)();
  asked.set(language, loading);
  return loading;
}

export type AnalysisKey = keyof AnalysisTexts;
export type SayAnalysis = (key: AnalysisKey, values?: Readonly<Record<string, string | number>>) => string;

/** The texts of analyses in the reader's language. Until they are there, what stands around waits. */
export function useAnalysisTexts(): SayAnalysis {
  const { default: texts } = use(textsIn(useLanguage()));
  return (key, values = {}) => texts[key].replaceAll(/%\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
}
