import type { KeyboardEvent } from 'react';

/** What the keys do in a sheet; what they say is in its help. */
interface SheetKeys {
  readonly post: () => void;
  readonly newLine: () => void;
  readonly removeLine: (row: number) => void;
  readonly splitTax: (row: number) => void;
}

const fieldsOf = (sheet: HTMLElement): HTMLElement[] => [
  ...sheet.querySelectorAll<HTMLElement>('[data-column]:not([disabled])'),
];

const rowOf = (field: Element): number => Number(field.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? -1);

/** Puts the cursor into a field of a line, once it is there. */
export function focusField(sheet: HTMLElement | null, row: number, column: string): void {
  requestAnimationFrame(() =>
    sheet?.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`)?.focus(),
  );
}

/** Enter goes on, Ctrl+Enter posts, arrows with Alt go from line to line, Ctrl+Backspace takes a line away. */
export function onSheetKey(event: KeyboardEvent<HTMLElement>, keys: SheetKeys): void {
  const sheet = event.currentTarget;
  const field = event.target as HTMLElement;
  const row = rowOf(field);
  const column = field.dataset['column'] ?? '';
  const control = event.ctrlKey || event.metaKey;
  const handled = () => event.preventDefault();
  if (event.key === 'Enter' && control) {
    handled();
    // Leaving the field takes what is marked in it; only then is the sheet what the typist sees.
    field.blur();
    requestAnimationFrame(keys.post);
  } else if (event.key === 'Enter' && column !== '') {
    handled();
    const fields = fieldsOf(sheet);
    const next = fields[fields.indexOf(field) + 1];
    if (next) next.focus();
    else {
      keys.newLine();
      focusField(sheet, row + 1, 'account');
    }
  } else if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp') && row >= 0) {
    handled();
    focusField(sheet, row + (event.key === 'ArrowDown' ? 1 : -1), column);
  } else if (control && event.key === 'Backspace' && row >= 0) {
    handled();
    keys.removeLine(row);
    focusField(sheet, Math.max(0, row - 1), 'account');
  } else if (event.altKey && event.code === 'KeyT' && row >= 0) {
    handled();
    keys.splitTax(row);
  }
}
