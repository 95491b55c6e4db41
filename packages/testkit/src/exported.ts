import { makeExports } from '@kontor/api';
import { GraphQLClient } from 'graphql-request';
import { perform } from './perform.ts';
import type { Member, World } from './world.ts';

/** What came of an export. */
export interface Exported {
  /** `CODE path.of.input` for each refusal of the request; else it was taken. */
  readonly errors: readonly string[];
  readonly id: string;
  readonly status: string;
  readonly failure: string | null;
  readonly failureText: string | null;
  readonly rowCount: number;
  /** The link that was given for it; empty where it is not READY. */
  readonly url: string;
  readonly bytes: Buffer;
  readonly text: string;
}

const selection = 'dataExport { id status failure failureText rowCount }';
const nothing = {
  id: '',
  status: '',
  failure: null,
  failureText: null,
  rowCount: 0,
  url: '',
  bytes: Buffer.alloc(0),
  text: '',
};

/** An export as somebody asks for it, from the request to the file: the world's server makes it at once. */
export async function exported(
  world: World,
  who: Pick<Member, 'token'>,
  request: object,
  format: 'CSV' | 'JSONL' | 'XLSX' = 'CSV',
): Promise<Exported> {
  const client = new GraphQLClient(`${world.url}/graphql`, { headers: { authorization: `Bearer ${who.token}` } });
  const member = { client, token: who.token, email: '', userId: '' };
  const { record, errors } = await perform<{ id: string }>(member, 'requestExport', { format, ...request }, selection);
  if (!record) return { ...nothing, errors };
  await makeExports(world.server.app);
  const query = `query ($id: ID!) { ${selection.replace('dataExport', 'dataExport(id: $id)')} }`;
  type Made = Pick<Exported, 'id' | 'status' | 'failure' | 'failureText' | 'rowCount'>;
  const { dataExport } = await client.request<{ dataExport: Made }>(query, { id: record.id });
  if (dataExport.status !== 'READY') return { ...nothing, ...dataExport, errors };
  const mutation = `mutation ($id: ID!) { downloadExport(input: { dataExportId: $id }) { url userErrors { code } } }`;
  const { downloadExport } = await client.request<{ downloadExport: { url: string } }>(mutation, { id: record.id });
  const bytes = Buffer.from(await (await fetch(downloadExport.url)).arrayBuffer());
  return { ...dataExport, errors, url: downloadExport.url, bytes, text: bytes.toString() };
}
