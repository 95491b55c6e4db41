import absence from './hu/absence.json' with { type: 'json' };
import devices from './hu/devices.json' with { type: 'json' };
import ledger from './hu/ledger.json' with { type: 'json' };
import organisation from './hu/organisation.json' with { type: 'json' };
import payment from './hu/payment.json' with { type: 'json' };
import payroll from './hu/payroll.json' with { type: 'json' };
import people from './hu/people.json' with { type: 'json' };
import system from './hu/system.json' with { type: 'json' };
import type { HelpTexts } from './texts.ts';

/** The help in Hungarian, a file for each domain. */
export const hu: readonly HelpTexts[] = [absence, devices, ledger, organisation, payment, payroll, people, system];
