import type { Meter } from '../context.ts';
import { limitCost } from '../read/statement.ts';
import type { Allowance } from './allowance.ts';
import type { Outcome } from './exchange.ts';

/** What one mutation costs by itself: about what writing and auditing one record takes the database. */
const rowsOfMutation = 10;

/**
 * The meter of one operation. Reading is refused where it would go beyond the limit of an operation or of whoever asks.
 * A mutation pays beforehand; what it reads for its answer is counted and never refused, since it has been carried out.
 */
export class OperationMeter implements Meter {
  readonly #allowance: Allowance;
  readonly #principal: string;
  readonly #outcome: Outcome;

  constructor(allowance: Allowance, principal: string, outcome: Outcome) {
    this.#allowance = allowance;
    this.#principal = principal;
    this.#outcome = outcome;
  }

  get cost(): number {
    return this.#outcome.cost;
  }

  /** Pays for the operation itself, before it starts. */
  begin(mutations: number): void {
    this.#outcome.cost += mutations * rowsOfMutation;
    this.#allowance.spend(this.#principal, Math.max(1, this.#outcome.cost));
  }

  charge(rows: number): void {
    this.#outcome.cost += rows;
    if (this.#outcome.operation === 'mutation') {
      this.#allowance.owe(this.#principal, rows);
      return;
    }
    limitCost(this.#outcome.cost);
    this.#allowance.spend(this.#principal, rows);
  }
}
