import { command, done, refused } from '../command.ts';
import { input } from '../write/input.ts';
import { addPeriods } from './add-periods.ts';
import { packOf, rhythmOf } from './rhythm.ts';

export const openPayYear = command('openPayYear', {
  entity: 'PaySchedule',
  record: 'scheduleId',
  title: {
    en: 'Open tax year',
    sv: 'Öppna skatteår',
    de: 'Steuerjahr eröffnen',
    hu: 'Adóév megnyitása',
    sl: 'Odpri davčno leto',
  },
  description:
    'Makes the periods of another tax year with their days of payment and deadlines. Those that are there already stay.',
  input: {
    scheduleId: input.id('PaySchedule', 'Schedule that goes on.'),
    taxYear: input.text('Tax year, as the country pack names it, such as 2026 or 2026-27.', { maxLength: 20 }),
  },
  run: async ({ scheduleId, taxYear }, { tx }) => {
    const schedule = await tx.paySchedule.findUniqueOrThrow({ where: { id: scheduleId } });
    const rejections = await addPeriods(tx, schedule, packOf(schedule), taxYear, rhythmOf(schedule));
    return rejections.length > 0 ? refused(...rejections) : done(scheduleId);
  },
});
