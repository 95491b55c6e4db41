import { Agent, request } from 'node:http';

/** Asks the graph on a port, over connections that are kept; throws what is refused as a whole. */
export function graphAsks(port: number, token: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const send = (body: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const sent = request({ agent, port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve(Buffer.concat(chunks).toString()));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return async <T>(query: string, variables: object): Promise<T> => {
    const { data, errors } = JSON.parse(await send(JSON.stringify({ query, variables }))) as {
      data: T;
      errors?: object;
    };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}
