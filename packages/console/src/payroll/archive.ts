/** How far the file with all payslips of a run is. */
export interface Archive {
  readonly id: string;
  readonly status: string;
  readonly slipCount: number;
  readonly drawnCount: number;
  readonly failedCount: number;
  readonly expiresAt: string | null;
}

export const ARCHIVE_FIELDS = 'id status slipCount drawnCount failedCount expiresAt';
