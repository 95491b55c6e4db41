import absence from './sl/absence.json' with { type: 'json' };
import devices from './sl/devices.json' with { type: 'json' };
import ledger from './sl/ledger.json' with { type: 'json' };
import organisation from './sl/organisation.json' with { type: 'json' };
import payment from './sl/payment.json' with { type: 'json' };
import payroll from './sl/payroll.json' with { type: 'json' };
import people from './sl/people.json' with { type: 'json' };
import system from './sl/system.json' with { type: 'json' };
import type { HelpTexts } from './texts.ts';

/** The help in Slovenian, a file for each domain. */
export const sl: readonly HelpTexts[] = [absence, devices, ledger, organisation, payment, payroll, people, system];
