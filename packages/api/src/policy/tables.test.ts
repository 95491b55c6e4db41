import { describe, expect, test } from 'vitest';
import '../schema.ts';
import { commands } from '../command.ts';
import { entities } from '../entity.ts';
import { Role } from '../generated/prisma/enums.ts';
import { classes } from './classes.ts';
import type { ClassTable } from './grammar.ts';
import { classOf, commandPolicies, entityPolicies } from './index.ts';

const table: ClassTable = classes;

/**
 * That an action is offered on a row tells the state that the row is in. The reading of `_can` asks the policy about the
 * state itself; in the tables there is nothing for it to keep back, which is what this holds.
 */
describe('whoever may act on a state may read it', () => {
  const acting = commands().flatMap((command) => {
    const { states } = command;
    if (!states) return [];
    const read = table[classOf(command.entity, states.field)] ?? {};
    const { roles } = commandPolicies[command.name] ?? { roles: {} };
    return Object.values(Role).flatMap((role) =>
      roles[role] ? [{ command: command.name, role, rows: roles[role], read: read[role]?.read }] : [],
    );
  });

  test('there are many', () => expect(acting.length).toBeGreaterThan(50));

  test.each(acting)('$role, who may $command', ({ rows, read }) => {
    expect(['all', rows]).toContain(read);
  });
});

/**
 * A search leaves out what this viewer never reads, and the reading refuses it besides. In the tables there is no such
 * field: whoever sees a row reads what it is searched by, on some rows at the least.
 */
describe('whoever sees rows reads what they are searched by', () => {
  const searched = entities().flatMap(({ name, search }) =>
    search.flatMap((field) =>
      Object.values(Role).flatMap((role) => {
        const read = table[classOf(name, field)]?.[role]?.read;
        return table[entityPolicies[name].row]?.[role]?.read ? [{ entity: name, field, role, read }] : [];
      }),
    ),
  );

  test('there are many', () => expect(searched.length).toBeGreaterThan(100));

  test.each(searched)('$role reads $entity.$field', ({ read }) => expect(read).toBeDefined());
});
