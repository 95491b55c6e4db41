/** Kinds of file that a list can be written into, as the graph calls them; the most usual first. */
export const EXPORT_FORMATS = ['CSV', 'XLSX', 'JSONL'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
