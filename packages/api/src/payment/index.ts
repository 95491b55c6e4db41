/** What other domains may use of payments. */
export { type BatchToOpen, type OpenedBatch, openBatch, type PaymentSource, type PaymentToMake } from './open-batch.ts';
export { paidSourcesOf } from './paid-sources.ts';
