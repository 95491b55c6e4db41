import { useRecordContext } from 'react-admin';
import type { GraphRecord } from '../record/use-record.ts';
import { ArchiveState } from './archive-state.tsx';

/** The file on its own page. */
export default function ArchiveTab() {
  const record = useRecordContext<GraphRecord>();
  if (!record) return null;
  const count = (name: string): number => Number(record[name] ?? 0);
  const expiresAt = record['expiresAt'];
  return (
    <ArchiveState
      archive={{
        id: String(record.id),
        status: String(record['status']),
        slipCount: count('slipCount'),
        drawnCount: count('drawnCount'),
        failedCount: count('failedCount'),
        expiresAt: typeof expiresAt === 'string' ? expiresAt : null,
      }}
    />
  );
}
