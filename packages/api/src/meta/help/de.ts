import absence from './de/absence.json' with { type: 'json' };
import devices from './de/devices.json' with { type: 'json' };
import ledger from './de/ledger.json' with { type: 'json' };
import organisation from './de/organisation.json' with { type: 'json' };
import payment from './de/payment.json' with { type: 'json' };
import payroll from './de/payroll.json' with { type: 'json' };
import people from './de/people.json' with { type: 'json' };
import system from './de/system.json' with { type: 'json' };
import type { HelpTexts } from './texts.ts';

/** The help in German, a file for each domain. */
export const de: readonly HelpTexts[] = [absence, devices, ledger, organisation, payment, payroll, people, system];
