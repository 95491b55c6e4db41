export type Tone = 'good' | 'waiting' | 'attention' | 'bad' | 'over' | 'neutral';

/**
 * The colour of a state, by its name in the graph: the same word means the same everywhere. A state that is not here is
 * neutral, which is never wrong.
 */
const TONES: Readonly<Record<string, Tone>> = {
  ACTIVE: 'good',
  APPROVED: 'good',
  FILLED: 'good',
  IN_USE: 'good',
  IN_STOCK: 'good',
  COMMITTED: 'good',
  POSTED: 'good',
  PAID: 'good',
  PROPOSED: 'waiting',
  FIRST_APPROVED: 'waiting',
  AWAITING_ACCEPTANCE: 'waiting',
  ORDERED: 'waiting',
  RECEIVED: 'waiting',
  RESERVED: 'waiting',
  PRE_HIRE: 'waiting',
  OPEN: 'waiting',
  CHECKED: 'waiting',
  ON_LOAN: 'attention',
  RETURN_DUE: 'attention',
  QUARANTINE: 'attention',
  IN_REPAIR: 'attention',
  FROZEN: 'attention',
  LOST: 'bad',
  STOLEN: 'bad',
  REJECTED: 'bad',
  ERROR: 'bad',
  FAILED: 'bad',
  DEVIATION: 'attention',
  WRITTEN_OFF: 'bad',
  UNDONE: 'bad',
  ENDED: 'over',
  CANCELLED: 'over',
  CLOSED: 'over',
  RETIRED: 'over',
  SOLD: 'over',
  DONATED: 'over',
  DESTROYED: 'over',
  WITHDRAWN: 'over',
};

export function toneOf(value: string): Tone {
  return TONES[value] ?? 'neutral';
}
