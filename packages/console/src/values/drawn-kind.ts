import type { Widget } from '../generator/define-resource.ts';
import type { FieldKind } from '../generator/meta.ts';

const KINDS: Readonly<Record<Exclude<Widget, 'code'>, FieldKind>> = {
  text: 'TEXT',
  multiline: 'LONG_TEXT',
  money: 'MONEY',
  decimal: 'DECIMAL',
  chip: 'ENUM',
  mail: 'EMAIL',
  phone: 'PHONE',
  entity: 'TEXT',
  source: 'TEXT',
  problem: 'LONG_TEXT',
};

/** The kind by which a value is drawn and typed in: the field's own, unless a patch says otherwise. */
export function drawnKind(field: { readonly kind: FieldKind; readonly widget?: Widget | undefined }): FieldKind {
  if (!field.widget) return field.kind;
  return field.widget === 'code' ? 'TEXT' : KINDS[field.widget];
}
