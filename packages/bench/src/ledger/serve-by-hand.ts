/** The limit of postings behind `node:http`, in a process of its own: a request is a posting, and nobody asks who sends it. */
import { createServer } from 'node:http';
import { type Place, postByHand } from './post-by-hand.ts';

const [, , appUrl = '', place = '{}', writers = '1', day = ''] = process.argv;
const { post } = await postByHand(appUrl, JSON.parse(place) as Place, { writers: Number(writers), day });

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  const answer = (status: number): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ posted: status === 200 }));
  };
  request.on('end', () => {
    const { amount } = JSON.parse(Buffer.concat(chunks).toString()) as { amount: string };
    post(amount).then(
      () => answer(200),
      () => answer(500),
    );
  });
});
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
// Whoever measures may be killed.
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
