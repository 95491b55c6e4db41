import { expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import { castOf } from './cast.ts';
import { seatKey, spareOf } from './organisation-story.ts';
import { type Promotions, promotionOf } from './promotion.ts';
import { chanceFrom } from './random.ts';

/** How often each seat is stepped into where everybody tries, in the story as of a day. */
function stepsUp(today: string): readonly number[] {
  const chance = chanceFrom(7);
  const promotions: Promotions = new Map();
  const steps = new Map<string, number>();
  for (const member of castOf(chance, today, addDays(today, -730))) {
    const promotion = promotionOf(member, today, chance, promotions);
    const key = promotion && `${member.company.code} ${seatKey(member.department.code, promotion.seat.title)}`;
    if (key) steps.set(key, (steps.get(key) ?? 0) + 1);
  }
  return [...steps.values()];
}

test('on no day of the year more people step up into a seat than it has to spare', () => {
  for (let day = 0; day < 366; day += 1) {
    const today = addDays('2026-01-01', day);
    expect([today, Math.max(...stepsUp(today))]).toEqual([today, spareOf.staff]);
  }
});
