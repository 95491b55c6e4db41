import { type BaseCell, largeEnough, type Margin, marginsOf } from './margin.ts';
import { Span } from './span.ts';

/** Base cells up to which the divisions are looked at together; beyond it the last dimension is left out. */
const cellsAtMost = 500;

/** The base cells without what tells them apart by a dimension beyond the first `dimensions`. */
function coarser(cells: readonly BaseCell[], dimensions: number): readonly BaseCell[] {
  const merged = new Map<string, BaseCell>();
  for (const { keys, people } of cells) {
    const left = keys.slice(0, dimensions);
    const key = JSON.stringify(left);
    merged.set(key, { keys: left, people: (merged.get(key)?.people ?? 0) + people });
  }
  return [...merged.values()];
}

/** A group whose total may be published: the dimensions that it agrees on, and its keys on them. */
export type PublishedGroup = Pick<Margin, 'by' | 'keys'>;

/**
 * The groups whose totals may be published, all of them together: each is of at least five people, and nothing that can
 * be computed from all their totals is about fewer (but for nobody). Coarse divisions win over fine ones, earlier
 * dimensions over later ones, larger groups over smaller ones. It depends on the cells alone, not on their order, nor on
 * what was asked before. Where there are more than 500 cells, only divisions by the first dimensions are published.
 */
export function publishableGroups(cells: readonly BaseCell[], most = cellsAtMost): readonly PublishedGroup[] {
  let dimensions = cells[0]?.keys.length ?? 0;
  let base = coarser(cells, dimensions);
  while (base.length > most && dimensions > 0) {
    dimensions -= 1;
    base = coarser(cells, dimensions);
  }
  const ordered = base.toSorted((a, b) => (JSON.stringify(a.keys) < JSON.stringify(b.keys) ? -1 : 1));
  const span = new Span(ordered);
  return largeEnough(marginsOf(ordered, dimensions))
    .filter((margin) => span.take(margin))
    .map(({ by, keys }) => ({ by, keys }));
}
