import { useCallback, useEffect, useState } from 'react';
import { onSessionEnd } from '../data/session-end.ts';

interface SessionEnd {
  /** Goes on with all that was asked, once the same person is signed in again. */
  readonly goOn: () => void;
}

/** The end of the session, while somebody is to sign in again. */
export function useSessionEnd(): SessionEnd | undefined {
  const [resume, setResume] = useState<() => void>();
  useEffect(() => onSessionEnd(() => new Promise((resolve) => setResume(() => () => resolve(true)))), []);
  const goOn = useCallback(() => {
    resume?.();
    setResume(undefined);
  }, [resume]);
  return resume && { goOn };
}
