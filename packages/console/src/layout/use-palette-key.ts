import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createTypeAhead, type TypeAhead } from '../palette/type-ahead.ts';

interface PaletteKey {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  /** What was typed before the palette's field was there; from then on the field has the keys. */
  readonly takeTyped: TypeAhead['take'];
}

/** Whether the palette is open; Ctrl or Cmd with K opens and closes it from anywhere. */
export function usePaletteKey(): PaletteKey {
  const [open, setState] = useState(false);
  // Two strokes may come before the first has been drawn.
  const wanted = useRef(false);
  const typeAhead = useMemo(() => createTypeAhead(window), []);
  const setOpen = useCallback(
    (next: boolean) => {
      if (next && !wanted.current) typeAhead.start(() => setOpen(false));
      if (!next) typeAhead.take();
      wanted.current = next;
      setState(next);
    },
    [typeAhead],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k' || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setOpen(!wanted.current);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
      typeAhead.take();
    };
  }, [setOpen, typeAhead]);
  return { open, setOpen, takeTyped: typeAhead.take };
}
