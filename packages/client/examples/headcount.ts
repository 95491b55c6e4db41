/** A program in Node: who works in which department, out of an export as JSON lines. */
import { createClient, exportFile } from '@kontor/client';

const { KONTOR_URL = 'http://127.0.0.1:4000/graphql', KONTOR_TOKEN = '' } = process.env;
const { sdk } = createClient({ url: KONTOR_URL, token: KONTOR_TOKEN });

const file = await exportFile(sdk, {
  entity: 'Employee',
  format: 'JSONL',
  columns: ['department.name', 'lastName', 'firstName'],
  where: { status: { eq: 'ACTIVE' } },
});
const people = new Map<string, string[]>();
for await (const line of file.lines()) {
  const { 'department.name': department, firstName, lastName } = JSON.parse(line) as Record<string, string | null>;
  const known = people.get(department ?? 'no department') ?? [];
  people.set(department ?? 'no department', [...known, `${firstName} ${lastName}`]);
}
for (const [department, names] of people) console.log(`${department}: ${names.length}: ${names.join(', ')}`);
