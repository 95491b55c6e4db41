/** The people of the demo as they act: their ids once they are hired, and what they may do. */
import type { Role } from '../generated/prisma/enums.ts';
import type { Grant, Viewer } from '../viewer.ts';
import type { Member } from './cast.ts';

/** One login of the demo, as it is shown to whoever tries it. */
export interface DemoLogin {
  readonly email: string;
  readonly roles: string;
  readonly name: string;
}

export interface DemoLogins {
  readonly password: string;
  readonly logins: readonly DemoLogin[];
}

/** The password of every login. The rules for passwords would refuse it: it is written by the demo, and by nobody else. */
export const demoPassword = 'kontor-demo';

export const addressOf = (login: string): string => `${login}@demo.example`;

const roleOf: Readonly<Record<string, Role>> = {
  hr: 'HR',
  payroll: 'PAYROLL',
  accounting: 'ACCOUNTING',
  it: 'IT',
  manager: 'MANAGER',
  employee: 'EMPLOYEE',
  auditor: 'AUDITOR',
  reporting: 'REPORTING',
  admin: 'ADMINISTRATOR',
};

/** Every login, in the order in which they are shown; an auditor comes from outside. */
export const loginNames: readonly string[] = Object.keys(roleOf).flatMap((name) => [name, `${name}2`]);

export const roleOfLogin = (login: string): Role => roleOf[login.replace(/2$/, '')] as Role;

/** A manager and an employee are that in their own company; the others do their work for all. */
export function grantsOf(login: string | null, companyId: string | null): readonly Grant[] {
  const own: readonly Grant[] = companyId === null ? [] : [{ role: 'EMPLOYEE', companyId }];
  if (login === null) return own;
  const role = roleOfLogin(login);
  if (role === 'EMPLOYEE') return own;
  const done: Grant = { role, companyId: role === 'MANAGER' ? companyId : null };
  // One of the two in accounting answers for the books, and may open closed periods again.
  return login === 'accounting' ? [...own, done, { role: 'CONTROLLER', companyId: null }] : [...own, done];
}

/** Somebody of the cast, hired. */
export interface Player {
  readonly member: Member;
  readonly companyId: string;
  readonly employeeId: string;
  readonly personId: string;
  readonly viewer: Viewer;
}

export const viewerOf = (account: {
  userId: string;
  email: string;
  name: string;
  grants: readonly Grant[];
  personId?: string | null;
  employeeIds?: readonly string[];
}): Viewer => ({
  personId: null,
  employeeIds: [],
  ...account,
  language: 'en',
  channel: 'command line',
  address: null,
  sessionId: null,
});
