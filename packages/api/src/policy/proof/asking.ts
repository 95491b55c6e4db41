/** Asks the graph over HTTP as whoever a token stands for. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly redacted?: readonly string[] };
}

export type Ask = (query: string, variables?: object) => Promise<Answer>;

export const asker =
  (url: string, token: string): Ask =>
  async (query, variables = {}) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await answer.json()) as Answer;
  };

/** Runs tasks a few at a time: a queue for each of the connections. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce = 8): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** A root field of an answer that has no errors. */
export function told<T>(answer: Answer, key = 'list'): T {
  if (answer.errors) throw new Error(answer.errors.map((each) => each.message).join(' '));
  return answer.data?.[key] as T;
}
