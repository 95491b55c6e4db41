/** What the clocks of an IANA zone show at an instant, as if it were the time in UTC. */
function clocksAt(instant: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const part = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const [year, month, day] = [part.get('year') ?? 0, part.get('month') ?? 1, part.get('day') ?? 1];
  return Date.UTC(year, month - 1, day, part.get('hour'), part.get('minute'), part.get('second'));
}

const DAY_MILLISECONDS = 86_400_000;

/**
 * The instant that a day (YYYY-MM-DD) begins at by the clocks of an IANA zone, in ISO 8601. Where they are put forward at
 * midnight, a day begins at one; where a whole day is left out, it is the beginning of the next.
 */
export function beginningOfDay(day: string, zone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // The clocks are not put forward and back within two days: one of these is how they stood at midnight.
  const offsets = [-DAY_MILLISECONDS, DAY_MILLISECONDS].map((away) => {
    const instant = midnight + away;
    return clocksAt(instant, zone) - instant;
  });
  const candidates = offsets.map((offset) => midnight - offset).filter((at) => clocksAt(at, zone) >= midnight);
  return new Date(Math.min(...candidates)).toISOString();
}
