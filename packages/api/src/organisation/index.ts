/** What other domains may use of the organisation. */
export { Company } from './company.ts';
