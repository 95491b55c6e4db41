/**
 * Catches what is typed between the keys that open the palette and its field being there: its code may still be on the
 * way, and a person does not wait for it.
 */
export interface TypeAhead {
  /** From now on, keys go here and nowhere else on the page; Escape leaves. */
  start(leave: () => void): void;
  /** Ends it, and answers what was typed. */
  take(): string;
}

/** Before any handler of the page. */
const CAPTURE = { capture: true };

export function createTypeAhead(target: Pick<Window, 'addEventListener' | 'removeEventListener'>): TypeAhead {
  let typed = '';
  let onEscape: (() => void) | undefined;
  const onKey = (event: KeyboardEvent) => {
    // Shortcuts keep their meaning, those that close the palette among them.
    if (event.ctrlKey !== event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') onEscape?.();
    else if (event.key === 'Backspace') typed = [...typed].slice(0, -1).join('');
    // A printing key is named by its character; others by a word.
    else if ([...event.key].length === 1) typed += event.key;
  };
  return {
    start(leave) {
      typed = '';
      onEscape = leave;
      target.addEventListener('keydown', onKey as EventListener, CAPTURE);
    },
    take() {
      target.removeEventListener('keydown', onKey as EventListener, CAPTURE);
      const text = typed;
      typed = '';
      return text;
    },
  };
}
