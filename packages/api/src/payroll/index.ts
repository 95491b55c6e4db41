export { hasSumName, sumName } from './sum-names.ts';
