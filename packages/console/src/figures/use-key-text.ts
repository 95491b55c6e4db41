import type { MetaFigureKey } from '../generator/meta.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { wordOf } from '../values/word-of.ts';
import { type FigureGroup, keyText } from './figures.ts';

/** The text of what sets a group apart; people without a value are a group as well. */
export function useKeyText(): (key: MetaFigureKey, group: FigureGroup) => string {
  const t = useTexts();
  const catalogue = useCatalogue();
  const labelOf = (enumName: string, value: string): string => wordOf(catalogue, enumName, value);
  return (key, group) => keyText(key, group, labelOf) ?? t('record.unset');
}
