import type { IncomingMessage, ServerResponse } from 'node:http';
import type pg from 'pg';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Streams } from '../live/streams.ts';
import type { Exchange } from './exchange.ts';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** What the server counts of itself, for Prometheus. */
export function createMetrics(pool: pg.Pool, streams: Pick<Streams, 'size' | 'told'>) {
  const registry = new Registry();
  const requests = new Counter({
    name: 'kontor_graphql_requests_total',
    help: 'Requests to the graph, by type of operation and code of the first error (OK where there was none).',
    labelNames: ['operation', 'code'],
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'kontor_graphql_request_duration_seconds',
    help: 'From the request to the end of its answer, by type of operation.',
    labelNames: ['operation'],
    buckets: seconds,
    registers: [registry],
  });
  const cost = new Counter({
    name: 'kontor_graphql_cost_rows_total',
    help: 'Estimated cost of what was asked of the graph, in rows.',
    registers: [registry],
  });
  const connections = new Gauge({
    name: 'kontor_database_connections',
    help: 'Connections of this process to the database, by state; and requests that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      connections.set({ state: 'idle' }, pool.idleCount);
      connections.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  new Gauge({
    name: 'kontor_streams',
    help: 'Streams of changes that are open.',
    registers: [registry],
    collect() {
      this.set(streams.size);
    },
  });
  new Gauge({
    name: 'kontor_stream_events',
    help: 'Events told by streams of changes since the process began.',
    registers: [registry],
    collect() {
      this.set(streams.told);
    },
  });
  return {
    count({ outcome, startedAt }: Exchange): void {
      requests.inc({ operation: outcome.operation, code: outcome.code });
      duration.observe({ operation: outcome.operation }, (performance.now() - startedAt) / 1000);
      cost.inc(outcome.cost);
    },
    /** `GET /metrics`. */
    async handle(_req: IncomingMessage, res: ServerResponse): Promise<void> {
      const text = await registry.metrics();
      res.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
      res.end(text);
    },
  };
}
