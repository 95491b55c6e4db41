/** Nodes in an order in which each comes after what it needs, or the first cycle by its path. */
export type Ordered =
  | { readonly ok: true; readonly order: readonly string[] }
  | { readonly ok: false; readonly cycle: readonly string[] };

/**
 * Orders by dependency, depth first, keeping the given order where nothing speaks against it.
 * A need that is no node is not waited for.
 */
export function orderByNeed(needs: ReadonlyMap<string, readonly string[]>): Ordered {
  const done = new Set<string>();
  const order: string[] = [];
  const path: string[] = [];
  const visit = (node: string): readonly string[] | null => {
    if (done.has(node)) return null;
    const begun = path.indexOf(node);
    if (begun >= 0) return [...path.slice(begun), node];
    path.push(node);
    for (const need of needs.get(node) ?? []) {
      const cycle = needs.has(need) ? visit(need) : null;
      if (cycle !== null) return cycle;
    }
    path.pop();
    done.add(node);
    order.push(node);
    return null;
  };
  for (const node of needs.keys()) {
    const cycle = visit(node);
    if (cycle !== null) return { ok: false, cycle };
  }
  return { ok: true, order };
}
