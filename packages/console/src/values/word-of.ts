import type { Catalogue } from '../generator/resource-definition.ts';

/** What a value of an enum, or a name that a text holds, is called; itself where there is no word for it. */
export function wordOf(
  { enums }: Pick<Catalogue, 'enums'>,
  enumName: string | null | undefined,
  value: string,
): string {
  return enums.get(enumName ?? '')?.values.find(({ name }) => name === value)?.label ?? value;
}
