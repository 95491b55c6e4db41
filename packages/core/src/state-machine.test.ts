import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABSENCE_MACHINE } from './absence/absence-machine.ts';
import { DEVICE_MACHINE } from './device/device-machine.ts';
import { BANK_CHANGE_MACHINE, CHANGE_MACHINE } from './employment/change-proposal.ts';
import { COMPENSATION_MACHINE } from './employment/compensation.ts';
import { POSITION_MACHINE } from './employment/position.ts';
import { eventsOf, type StateMachine, targetsOf, toMermaid, transition } from './state-machine.ts';

const machines: Record<string, StateMachine<string, string>> = {
  position: POSITION_MACHINE,
  compensation: COMPENSATION_MACHINE,
  'change of home or tax': CHANGE_MACHINE,
  'change of bank': BANK_CHANGE_MACHINE,
  absence: ABSENCE_MACHINE,
  device: DEVICE_MACHINE,
};

describe.each(Object.entries(machines))('the life of a %s', (_, machine) => {
  const states = [...new Set(machine.transitions.flatMap(({ from, to }) => [from, to]))];
  const events = [...new Set(machine.transitions.map(({ event }) => event))];

  test('never leaves its table, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), fc.nat(), (tried, choice) => {
        let state = machine.initial;
        for (const event of tried) {
          const targets = targetsOf(machine, state, event);
          const moved = transition(machine, state, event, targets[choice % Math.max(1, targets.length)]);
          expect(moved.ok).toBe(targets.length > 0);
          if (moved.ok) {
            expect(machine.transitions).toContainEqual({ from: state, event, to: moved.value });
            state = moved.value;
          }
        }
      }),
    );
  });

  test('reaches every state, and has no arrow twice', () => {
    const reached = new Set([machine.initial]);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const { from, to } of machine.transitions) if (reached.has(from)) reached.add(to);
    }
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
    const arrows = machine.transitions.map((row) => `${row.from} ${row.event} ${row.to}`);
    expect(new Set(arrows).size).toBe(arrows.length);
  });
});

test('a refusal says what can be done instead', () => {
  expect(transition(POSITION_MACHINE, 'FILLED', 'close')).toEqual({
    ok: false,
    rejections: [
      {
        code: 'NOT_ALLOWED_IN_STATE',
        message: 'In state FILLED close is not possible; choose vacate.',
        path: [],
      },
    ],
  });
  expect(transition(DEVICE_MACHINE, 'RETIRED', 'dispose')).toMatchObject({
    rejections: [{ code: 'TARGET_STATE_NEEDED' }],
  });
  expect(eventsOf(DEVICE_MACHINE, 'SOLD')).toEqual([]);
});

test('a table draws itself', () => {
  expect(toMermaid(CHANGE_MACHINE)).toBe(
    [
      'stateDiagram-v2',
      '  [*] --> PROPOSED',
      '  PROPOSED --> APPROVED: approve',
      '  PROPOSED --> REJECTED: reject',
      '  PROPOSED --> WITHDRAWN: withdraw',
      '  APPROVED --> [*]',
      '  REJECTED --> [*]',
      '  WITHDRAWN --> [*]',
    ].join('\n'),
  );
});

test.each(Object.entries(machines))('the README draws the life of a %s as it is', (_, machine) => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(toMermaid(machine));
});
