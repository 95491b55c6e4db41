import type { AnalysisTexts } from './analysis-en.ts';
import { type LateTexts, type SayLate, useLateTexts } from './late-texts.ts';

export type AnalysisKey = keyof AnalysisTexts;
export type SayAnalysis = SayLate<AnalysisKey>;

export const ANALYSIS_TEXTS: LateTexts<AnalysisKey> = {
  en: () => import('./analysis-en.ts'),
  sv: () => import('./analysis-sv.ts'),
  de: () => import('./analysis-de.ts'),
  hu: () => import('./analysis-hu.ts'),
  sl: () => import('./analysis-sl.ts'),
};

/** The texts of analyses in the reader's language. */
export const useAnalysisTexts = (): SayAnalysis => useLateTexts(ANALYSIS_TEXTS);
