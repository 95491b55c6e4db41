import { type LateTexts, type SayLate, useLateTexts } from './late-texts.ts';
import type { WizardTexts } from './wizard-en.ts';

export const WIZARD_TEXTS: LateTexts<keyof WizardTexts> = {
  en: () => import('./wizard-en.ts'),
  sv: () => import('./wizard-sv.ts'),
  de: () => import('./wizard-de.ts'),
  hu: () => import('./wizard-hu.ts'),
  sl: () => import('./wizard-sl.ts'),
};

/** The texts of setting up books in the reader's language. */
export const useWizardTexts = (): SayLate<keyof WizardTexts> => useLateTexts(WIZARD_TEXTS);
