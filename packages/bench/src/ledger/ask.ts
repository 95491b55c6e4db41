import { Agent, request } from 'node:http';

/** Posts JSON to a path of a port, over connections that are kept; throws what is no 200. */
export function posts(port: number, path: string, more: Readonly<Record<string, string>> = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const headers = { 'content-type': 'application/json', ...more };
  return (body: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const sent = request({ agent, port, host: '127.0.0.1', path, method: 'POST', headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${answer.statusCode} ${text.slice(0, 500)}`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
}

/** Asks the graph on a port; throws what is refused as a whole. */
export function graphAsks(port: number, token: string) {
  const send = posts(port, '/graphql', { authorization: `Bearer ${token}` });
  return async <T>(query: string, variables: object): Promise<T> => {
    const { data, errors } = JSON.parse(await send(JSON.stringify({ query, variables }))) as {
      data: T;
      errors?: object;
    };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}
