/** A page of any list of the graph. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
}

/**
 * Every page of a list, one after the other, by following its cursors. `fetchPage` is given the cursor to go on after,
 * and answers the connection; ask it for `first: 100` to send the fewest requests.
 */
export async function* pages<Node, P extends Page<Node>>(
  fetchPage: (after: string | undefined) => Promise<P & Page<Node>>,
): AsyncGenerator<P, void, undefined> {
  let after: string | undefined;
  for (;;) {
    const page = await fetchPage(after);
    yield page;
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return;
    if (!endCursor || endCursor === after)
      throw new Error('Select pageInfo { hasNextPage endCursor } and pass `after` on.');
    after = endCursor;
  }
}
