import { Agent, request } from 'node:http';

/** Asks the graph over HTTP as whoever a token stands for. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly redacted?: readonly string[] };
}

export type Ask = (query: string, variables?: object) => Promise<Answer>;

/** Connections are kept. Where thousands of questions are asked, `fetch` costs more than what is asked. */
const agent = new Agent({ keepAlive: true });

/** The text that a server answers when it is asked something. */
export function post(url: string, token: string, body: object): Promise<string> {
  const text = JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        answer += chunk;
      });
      response.on('end', () => resolve(answer));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

export const asker =
  (url: string, token: string): Ask =>
  async (query, variables = {}) =>
    JSON.parse(await post(url, token, { query, variables })) as Answer;

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
