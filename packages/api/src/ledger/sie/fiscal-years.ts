import { calendarDate, type PlannedYear, planFiscalYear, type SieYear } from '@kontor/core';
import type { KnownPeriod, KnownYear } from './facts.ts';

/** Finds the year and period of a day, and plans the years that are missing. */
export class YearPlan {
  readonly created: PlannedYear[] = [];
  private readonly years: KnownYear[];
  private readonly periods: readonly KnownPeriod[];
  private readonly offered: readonly SieYear[];

  constructor(known: { years: readonly KnownYear[]; periods: readonly KnownPeriod[] }, offered: readonly SieYear[]) {
    this.years = [...known.years];
    this.periods = known.periods;
    this.offered = offered;
  }

  /** The year of a day: one of the books, else one that the file names, else the calendar's; null where years collide. */
  yearOf(day: string): Pick<KnownYear, 'startsOn' | 'endsOn'> | null {
    const known = this.years.find((year) => covers(year, day));
    if (known) return known;
    const named = this.offered.find(
      ({ startsOn, endsOn }) => startsOn !== null && endsOn !== null && covers({ startsOn, endsOn }, day),
    );
    const year = day.slice(0, 4);
    const days = named?.startsOn && named.endsOn ? named : { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
    return this.create(days.startsOn as string, days.endsOn as string);
  }

  /** The period of a day in the books; null for one in a year that is planned. */
  periodOf(day: string): KnownPeriod | null {
    return this.periods.find((period) => covers(period, day)) ?? null;
  }

  private create(startsOn: string, endsOn: string): PlannedYear | null {
    const collides = this.years.some((year) => year.startsOn <= endsOn && startsOn <= year.endsOn);
    const planned = planFiscalYear(calendarDate(startsOn), calendarDate(endsOn));
    if (collides || !planned.ok) return null;
    this.created.push(planned.value);
    this.years.push({ id: '', startsOn, endsOn });
    return planned.value;
  }
}

function covers({ startsOn, endsOn }: { startsOn: string; endsOn: string }, day: string): boolean {
  return startsOn <= day && day <= endsOn;
}
