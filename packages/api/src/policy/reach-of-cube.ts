import type { Cube } from '../cube.ts';
import { both, type Decisions, type Reach } from './decide.ts';

/**
 * The companies whose figures somebody may read: where the rows are theirs to see, every field of the cube may go into
 * totals, and none of it is told by anything that they may not read.
 */
export function reachOfCube(decisions: Decisions, cube: Cube): Reach {
  const decision = decisions.of(cube.entity);
  const fields = [cube.measure, ...cube.always, ...cube.dimensions, ...Object.keys(cube.where)];
  return fields.map((field) => decision.totals(field).all).reduce(both, decision.row.all);
}

/** Whether a viewer may read the figures of any company. */
export const meetsCube = (decisions: Decisions, cube: Cube): boolean => {
  const reach = reachOfCube(decisions, cube);
  return reach === 'every' || reach.length > 0;
};
