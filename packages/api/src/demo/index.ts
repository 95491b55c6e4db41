/** What others may use of the demo: to fill an empty database with it, and to say who can sign in. */
import type { App } from '../app.ts';
/** Every entity and command: outside the server nobody else has them registered. */
import '../generated/domains.ts';
import type { DemoLogins } from './players.ts';
import { demoLogins, type Report, seedDemo } from './seed-demo.ts';

export { BooksThere, seedBooks } from './books-in-bulk.ts';
export { seedPeople } from './people-in-bulk.ts';
export type { DemoLogins } from './players.ts';
export { demoLogins, type Report, seedDemo };

/** The logins as a table for the terminal. */
export function loginTable({ password, logins }: DemoLogins): string {
  const width = Math.max(...logins.map(({ email }) => email.length));
  const roleWidth = Math.max(...logins.map(({ roles }) => roles.length));
  const rows = logins.map(({ email, roles, name }) => `  ${email.padEnd(width)}  ${roles.padEnd(roleWidth)}  ${name}`);
  return [`Sign in with the password ${password} as one of`, ...rows].join('\n');
}

/** In development: fills a database that nobody can sign in to with the demo, and says who can, then and later. */
export async function offerDemo(app: App, report: Report): Promise<void> {
  if (!app.env.seed || app.env.nodeEnv === 'production') return;
  const isEmpty = (await app.prisma.user.count()) === 0;
  const logins = isEmpty ? await seedDemo(app, report) : await demoLogins(app);
  if (logins) report(loginTable(logins));
}
