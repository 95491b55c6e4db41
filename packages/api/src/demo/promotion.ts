import { addDays, type Day, firstOfMonth } from './calendar.ts';
import type { Member } from './cast.ts';
import type { SeatPlan } from './organisation.ts';
import { seatKey, spareOf } from './organisation-story.ts';
import type { Chance } from './random.ts';

/** A step up: another seat of the same department, with more pay. */
export interface Promotion {
  readonly seat: SeatPlan;
  /** The first of a month. */
  readonly startOn: Day;
}

/** How many people have stepped up into a seat, by company, department and title. */
export type Promotions = Map<string, number>;

/**
 * Whether and when somebody steps up. Null for whoever has nothing above them, came too late, would be reviewed on that day,
 * or where those before have taken the seats to spare: whether they do depends on the day on which the story is told.
 */
export function promotionOf(member: Member, today: Day, chance: Chance, promotions: Promotions): Promotion | null {
  const { company, department } = member;
  const seat = department.seats.find(({ level, pay }) => level === 'staff' && pay > member.seat.pay);
  const startOn = firstOfMonth(addDays(today, -chance.between(90, 300)));
  if (!seat || member.startOn > addDays(startOn, -150) || startOn.slice(5, 7) === '04') return null;
  const key = `${company.code} ${seatKey(department.code, seat.title)}`;
  const before = promotions.get(key) ?? 0;
  if (before >= spareOf[seat.level]) return null;
  promotions.set(key, before + 1);
  return { seat, startOn };
}
