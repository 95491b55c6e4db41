import { Tally } from '../../read/proof/tally.ts';
import { type Asked, type Door, doors } from './asked.ts';

/** What came of asking both worlds the same. */
export class Comparison {
  readonly #drawn = new Map<Door, { drawn: number; answered: number; told: number }>();
  readonly codes = new Tally();
  asked = 0;
  first: { readonly operation: Asked; readonly answers: readonly [string, string]; readonly after: number } | null =
    null;

  constructor() {
    for (const door of doors) this.#drawn.set(door, { drawn: 0, answered: 0, told: 0 });
  }

  add(operation: Asked, answers: readonly [string, string]): void {
    this.asked += 1;
    const code = errorIn(answers[0]);
    this.codes.count(code ?? 'answered');
    for (const door of operation.doors) {
      const count = this.#drawn.get(door);
      if (!count) continue;
      count.drawn += 1;
      if (code === undefined) count.answered += 1;
      if (code === undefined && tells(operation, answers[0])) count.told += 1;
    }
    if (answers[0] !== answers[1]) this.first ??= { operation, answers, after: this.asked };
  }

  /** Doors through which nothing came but nulls, empty lists and errors: of these nothing is proved. */
  silent(): Door[] {
    return [...this.#drawn].filter(([, { told }]) => told === 0).map(([door]) => door);
  }

  toString(): string {
    const each = [...this.#drawn].map(([door, { drawn, told }]) => `${door} ${told}/${drawn}`);
    return `told something of drawn: ${each.join(', ')}; ${this.codes}`;
  }
}

/** Code of the error that an answer is instead of data. A refusal in a payload is data. */
function errorIn(answer: string): string | undefined {
  if (!answer.startsWith('{')) return undefined;
  const { errors } = JSON.parse(answer) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}

/** Whether an answer says more than null, an empty list, a refusal or the header of a file. */
function tells(operation: Asked, answer: string): boolean {
  if (operation.by === 'export') return answer.trim().includes('\n');
  const data = (JSON.parse(answer) as { data: Record<string, unknown> | null }).data ?? {};
  return Object.values(data).some((value) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return false;
    const told = value as Partial<Record<'nodes' | 'edges' | 'userErrors', unknown[]>> & {
      totalCount?: number;
      count?: number;
    };
    if (told.count !== undefined) return told.count > 0;
    if (told.userErrors) return told.userErrors.length === 0;
    const rows = told.nodes ?? told.edges;
    return rows !== undefined ? rows.length > 0 : told.totalCount !== 0;
  });
}
