/** What other domains may use of the audit log's chain: what makes one, for chains of their own. */
export { beginning, hashOver, instant, linkAll, sha } from './chain.ts';
