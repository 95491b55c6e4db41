import { type EntityName, isStructural } from '../catalogue.ts';
import { absence, absenceCommands } from './absence.ts';
import type { DataClass } from './classes.ts';
import { deviceCommands, devices } from './devices.ts';
import type { CommandPolicy, EntityPolicy, ReportPolicy } from './grammar.ts';
import { ledger, ledgerCommands, ledgerReports } from './ledger.ts';
import { organisation, organisationCommands } from './organisation.ts';
import { payment, paymentCommands } from './payment.ts';
import { payroll, payrollCommands } from './payroll.ts';
import { people, peopleCommands } from './people.ts';
import { system, systemCommands } from './system.ts';

/** The policy: one row for every entity of the graph. A model without a row does not compile. */
const entities = {
  ...organisation,
  ...people,
  ...absence,
  ...devices,
  ...ledger,
  ...payroll,
  ...payment,
  ...system,
} satisfies { readonly [M in EntityName]: EntityPolicy<M, DataClass> };

const commands = {
  ...organisationCommands,
  ...peopleCommands,
  ...absenceCommands,
  ...deviceCommands,
  ...ledgerCommands,
  ...payrollCommands,
  ...paymentCommands,
  ...systemCommands,
};

export type CommandName = keyof typeof commands;

export const entityPolicies = entities as unknown as Readonly<
  Record<
    EntityName,
    EntityPolicy<never, DataClass> & {
      readonly fields: Readonly<Record<string, DataClass>>;
    }
  >
>;
/** The data class of a field. What follows from the row itself is of the row's class. */
export function classOf(entity: EntityName, field: string): DataClass {
  const policy = entityPolicies[entity];
  const found = isStructural(field) ? policy.row : policy.fields[field];
  if (!found) throw new Error(`${entity}.${field} has no data class`);
  return found;
}

export const commandPolicies: Readonly<Record<CommandName, CommandPolicy>> = commands;

export type ReportName = keyof typeof ledgerReports;

export const reportPolicies: Readonly<Record<ReportName, ReportPolicy>> = ledgerReports;

export const reportNames = Object.keys(ledgerReports) as readonly ReportName[];

const domains: Readonly<Record<string, object>> = {
  organisation,
  people,
  absence,
  devices,
  ledger,
  payroll,
  payment,
  system,
};

/** The domain of an entity: the one whose table its row stands in. */
export function domainOf(entity: EntityName): string {
  const found = Object.keys(domains).find((domain) => entity in (domains[domain] ?? {}));
  if (!found) throw new Error(`${entity} has no domain`);
  return found;
}
