/** What others may use of exports. */
export { exportFile } from './export-file.ts';
export { verifyLink } from './export-link.ts';
export { runExports } from './run-exports.ts';
export { writeExport } from './write-export.ts';
