import { localStorageStore } from 'react-admin';

/** What this browser remembers of how somebody works: columns, theme, language. */
export const store = localStorageStore(undefined, 'kontor');
