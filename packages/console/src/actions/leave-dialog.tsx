import { type RefObject, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { useFormState } from 'react-hook-form';

/**
 * The way out of a dialog beside its buttons: a click beside it or the Escape key is easily made by mistake, so it asks
 * where something was typed. A button says what it does, and asks nothing.
 */
export function useLeave(onClose: () => void): { readonly leave: () => void; readonly holdsTyped: RefObject<boolean> } {
  const translate = useTranslate();
  const holdsTyped = useRef(false);
  const leave = () => {
    if (!holdsTyped.current || window.confirm(translate('ra.message.unsaved_changes'))) onClose();
  };
  return { leave, holdsTyped };
}

/** Stands in the form of a dialog, and notes whether something is typed in it. */
export function TypedMark({ holdsTyped }: { readonly holdsTyped: RefObject<boolean> }) {
  const { dirtyFields } = useFormState();
  holdsTyped.current = Object.keys(dirtyFields).length > 0;
  return null;
}
