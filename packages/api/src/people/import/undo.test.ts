import { gql } from 'graphql-request';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestMilliseconds } from '../../server/exchange.ts';
import { counts, faultsOf, type ImportWorld, startImportWorld } from './testing.ts';

let all: ImportWorld;
beforeAll(async () => {
  all = await startImportWorld();
});
afterAll(() => all.world.stop());

const undo = (importBatchId: string | null, key = String(importBatchId)) =>
  all.hr.client.request<{
    undoImport: { importBatch: { status: string } | null; userErrors: { code: string; message: string }[] };
  }>(
    gql`mutation ($id: ID!, $key: String!) { undoImport(input: { importBatchId: $id, idempotencyKey: $key }) { importBatch { status } userErrors { code message path } } }`,
    { id: importBatchId, key },
  );

const head = 'employeeNumber,firstName,lastName,startOn,positionCode,managerNumber,fte,salary,workEmail,city';
const everything =
  'employeeNumber firstName lastName workEmail workPhone fte salary department { code } position { code status } manager { employeeNumber } person { homeCity } assignments { nodes { startOn endOn fte position { code } } } compensations { nodes { status amount } }';

describe('undo', () => {
  test('takes back what an import made', async () => {
    const companyId = await all.company();
    const { batchId } = await all.run(
      'commit',
      companyId,
      `${head}\n1,Anna,Berg,2020-01-01,CFO,,1,50000,,Malmö\n2,Bo,Ek,2020-01-01,REP,1,,,,`,
    );
    expect((await undo(batchId)).undoImport).toEqual({ importBatch: { status: 'UNDONE' }, userErrors: [] });
    expect(await all.people(companyId, 'id')).toEqual([]);
    const { positions } = await all.hr.client.request<{ positions: unknown }>(
      gql`query ($id: ID!) { positions(where: { company: { is: { id: { eq: $id } } }, code: { eq: "CFO" } }) { nodes { status } } }`,
      { id: companyId },
    );
    expect(positions).toEqual({ nodes: [{ status: 'OPEN' }] });
    expect((await undo(batchId)).undoImport.importBatch).toEqual({ status: 'UNDONE' });
    expect((await undo(batchId, 'another')).undoImport.userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  test('gives back what an import changed', async () => {
    const companyId = await all.company();
    await all.run(
      'commit',
      companyId,
      `${head}\n1,Anna,Berg,2020-01-01,CFO,,1,50000,anna@example.com,Malmö\n2,Bo,Ek,2020-01-01,REP,1,,,,`,
    );
    const before = await all.people(companyId, everything);
    const changed = await all.run(
      'commit',
      companyId,
      `${head}\n1,Anna,Berg-Holm,2020-01-01,REP,3,0.8,55000,berg@example.com,Lund\n2,Bo,Ek,2020-01-01,CFO,,,,,\n3,Cia,Dahl,2020-01-01,ACC,,,,,`,
    );
    expect(faultsOf(changed)).toEqual([]);
    expect(counts(changed)).toEqual([3, 1, 2, 0]);
    expect(await all.people(companyId, everything)).not.toEqual(before);
    expect((await undo(changed.batchId)).undoImport.userErrors).toEqual([]);
    expect(await all.people(companyId, everything)).toEqual(before);
  });

  test('is refused, with every row named, where something was changed or used since', async () => {
    const companyId = await all.company();
    const { batchId } = await all.run(
      'commit',
      companyId,
      `${head}\n1,Anna,Berg,2020-01-01,CFO,,1,50000,,Malmö\n2,Bo,Ek,2020-01-01,REP,,,,,\n3,Cia,Dahl,2020-01-01,REP,,,,,`,
    );
    await all.run('commit', companyId, `${head}\n1,Anna,Berg,2020-01-01,,,,,,Lund\n4,Dan,Fors,2020-01-01,REP,2,,,,`);
    const { undoImport } = await undo(batchId);
    expect(undoImport.importBatch).toBeNull();
    expect(undoImport.userErrors.map(({ code, message }) => [code, message])).toEqual([
      ['USED_SINCE', '2 Bo Ek: a later assignment refers to this employee.'],
      ['CHANGED_SINCE', '1 Anna Berg: the person was changed since.'],
    ]);
    expect(await all.people(companyId, 'employeeNumber')).toHaveLength(4);
  });

  test('is bulk work: it may take longer than other requests', async () => {
    const companyId = await all.company();
    const { batchId } = await all.run('commit', companyId, `${head}\n1,Anna,Berg,2020-01-01,CFO,,1,50000,,Malmö`);
    const owner = new pg.Client({ connectionString: all.world.ownerUrl });
    await owner.connect();
    await owner.query('begin; lock table compensation in exclusive mode');
    const undone = undo(batchId);
    await new Promise((resolve) => setTimeout(resolve, requestMilliseconds + 1_000));
    await owner.query('rollback');
    await owner.end();
    expect((await undone).undoImport).toEqual({ importBatch: { status: 'UNDONE' }, userErrors: [] });
  }, 60_000);

  test('can be carried out once what came later is undone', async () => {
    const companyId = await all.company();
    const first = await all.run('commit', companyId, `${head}\n1,Anna,Berg,2020-01-01,CFO,,1,50000,,Malmö`);
    const second = await all.run('commit', companyId, `${head}\n1,Anna,Berg,2020-01-01,,,,,,Lund`);
    expect((await undo(first.batchId, 'a')).undoImport.userErrors).toHaveLength(1);
    expect((await undo(second.batchId, 'b')).undoImport.userErrors).toEqual([]);
    expect((await undo(first.batchId, 'c')).undoImport.userErrors).toEqual([]);
    expect(await all.people(companyId, 'id')).toEqual([]);
  });

  test('is for HR of the company alone', async () => {
    const companyId = await all.company();
    const { batchId } = await all.run('commit', companyId, `${head}\n1,Anna,Berg,2020-01-01,CFO,,,,,`);
    const elsewhere = await all.world.member('elsewhere', [{ role: 'HR', companyId: await all.company() }]);
    const it = await all.world.member('it', [{ role: 'IT' }]);
    const mutation = gql`mutation ($id: ID!) { undoImport(input: { importBatchId: $id, idempotencyKey: "k" }) { userErrors { code } } }`;
    await expect(elsewhere.client.request(mutation, { id: batchId })).rejects.toThrow(/NOT_FOUND/);
    await expect(it.client.request(mutation, { id: batchId })).rejects.toThrow(/FORBIDDEN/);
  });
});
