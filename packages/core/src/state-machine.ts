import { accept, type Rejection, type Result, reject } from './result.ts';

/** One arrow: in state `from`, `event` leads to `to`. */
export interface Transition<State extends string, Event extends string> {
  readonly from: State;
  readonly event: Event;
  readonly to: State;
}

/**
 * A document's life as data: the state it begins in and every arrow there is. What is not in the
 * table cannot happen. Several arrows may share state and event; the caller then says which target.
 */
export interface StateMachine<State extends string, Event extends string> {
  readonly initial: State;
  readonly transitions: readonly Transition<State, Event>[];
}

/**
 * NOT_ALLOWED_IN_STATE: the state has no arrow for the event, or none to the wanted target.
 * TARGET_STATE_NEEDED: the arrow forks and no target was named.
 */
export type TransitionCode = 'NOT_ALLOWED_IN_STATE' | 'TARGET_STATE_NEEDED';

/** The states that an event may lead to from a state; none if it is not allowed. */
export function targetsOf<State extends string, Event extends string>(
  machine: StateMachine<State, Event>,
  state: State,
  event: Event,
): readonly State[] {
  return machine.transitions.filter((row) => row.from === state && row.event === event).map((row) => row.to);
}

/** The events that the table knows for a state, in the table's order, each once. */
export function eventsOf<State extends string, Event extends string>(
  machine: StateMachine<State, Event>,
  state: State,
): readonly Event[] {
  const events = machine.transitions.filter((row) => row.from === state).map((row) => row.event);
  return [...new Set(events)];
}

/** The state after an event. `wanted` chooses where the table forks and must be one of its arrows. */
export function transition<State extends string, Event extends string>(
  machine: StateMachine<State, Event>,
  state: State,
  event: Event,
  wanted?: State,
): Result<State, Rejection<TransitionCode>> {
  const targets = targetsOf(machine, state, event);
  const chosen = wanted === undefined ? targets : targets.filter((target) => target === wanted);
  const [target, another] = chosen;
  if (target === undefined) return reject('NOT_ALLOWED_IN_STATE', refusal(machine, state, event));
  if (another !== undefined) {
    return reject('TARGET_STATE_NEEDED', `Say which state ${event} leads to: ${chosen.join(', ')}.`);
  }
  return accept(target);
}

function refusal<State extends string, Event extends string>(
  machine: StateMachine<State, Event>,
  state: State,
  event: Event,
): string {
  const events = eventsOf(machine, state);
  const instead = events.length === 0 ? 'nothing more can be done' : `choose ${events.join(', ')}`;
  return `In state ${state} ${event} is not possible; ${instead}.`;
}

/** The table as a mermaid state diagram, as the READMEs show it. */
export function toMermaid<State extends string, Event extends string>(machine: StateMachine<State, Event>): string {
  const targets = new Set<string>(machine.transitions.map((row) => row.to));
  const sources = new Set<string>(machine.transitions.map((row) => row.from));
  const ends = [...targets].filter((state) => !sources.has(state));
  return [
    'stateDiagram-v2',
    `  [*] --> ${machine.initial}`,
    ...machine.transitions.map((row) => `  ${row.from} --> ${row.to}: ${row.event}`),
    ...ends.map((state) => `  ${state} --> [*]`),
  ].join('\n');
}
