import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { useBlocker } from 'react-router-dom';

/**
 * Asks before what was typed is lost: by a link, by going back, or by closing the tab. It answers at the moment of
 * leaving, so that a page which has just kept everything may go on by itself.
 */
export function useLeaveWarning(holdsTyped: () => boolean): void {
  const translate = useTranslate();
  const blocker = useBlocker(
    ({ currentLocation: here, nextLocation: there }) =>
      here.pathname + here.search !== there.pathname + there.search && holdsTyped(),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(translate('ra.message.unsaved_changes'))) blocker.proceed();
    else blocker.reset();
  }, [blocker, translate]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => holdsTyped() && event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [holdsTyped]);
}
