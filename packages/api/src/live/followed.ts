import { type EntityName, models } from '../catalogue.ts';

/**
 * Whose rows are written as a part of others, and recorded with those: a change of theirs is told as a change of the list,
 * to whoever is told of the change of what they hang on.
 */
const recordedWith: Readonly<Partial<Record<EntityName, readonly EntityName[]>>> = {
  EntryDraftLine: ['EntryDraft'],
  JournalLine: ['JournalEntry'],
  OpenItem: ['JournalEntry', 'Allocation'],
  ImportedVoucher: ['ImportBatch'],
  PayCalculation: ['PayRun'],
  PayProblem: ['PayRun'],
  Payslip: ['PayRun'],
  PayslipLine: ['PayRun'],
  PayslipSum: ['PayRun'],
  PayslipOrigin: ['PayRun'],
  PayslipArchive: ['PayRun'],
};

/**
 * Of what nothing is told: the records of what was done and looked at, which grow with every operation, sessions, which
 * are used all the time, exports, which count as they write, and combinations of dimensions, which come and go with the lines that have them.
 */
const untold: ReadonlySet<EntityName> = new Set<EntityName>([
  'AuditOperation',
  'SensitiveRead',
  'Session',
  'DataExport',
  'DimensionSet',
  'DimensionSetMember',
]);

/** The entities whose recorded changes stand for changes of this one: itself, those that it is written with, or none. */
export const followed = (entity: EntityName): readonly EntityName[] =>
  untold.has(entity) ? [] : (recordedWith[entity] ?? [entity]);

/** Tables whose rows are recorded one by one as far as changes of an entity are told. */
export const followedTables = (entity: EntityName): readonly string[] =>
  followed(entity).map((each) => models[each].table);
