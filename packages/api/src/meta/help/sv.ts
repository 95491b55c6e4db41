import absence from './sv/absence.json' with { type: 'json' };
import devices from './sv/devices.json' with { type: 'json' };
import ledger from './sv/ledger.json' with { type: 'json' };
import organisation from './sv/organisation.json' with { type: 'json' };
import payment from './sv/payment.json' with { type: 'json' };
import payroll from './sv/payroll.json' with { type: 'json' };
import people from './sv/people.json' with { type: 'json' };
import system from './sv/system.json' with { type: 'json' };
import type { HelpTexts } from './texts.ts';

/** The help in Swedish, a file for each domain. */
export const sv: readonly HelpTexts[] = [absence, devices, ledger, organisation, payment, payroll, people, system];
