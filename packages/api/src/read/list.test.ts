import { startWorld, type World } from '@kontor/testkit';
import { gql } from 'graphql-request';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('an administrator makes a company and reads it back in one list', async () => {
  const { client } = await world.member('admin', [{ role: 'ADMINISTRATOR' }]);
  const { createCompany } = await client.request<{ createCompany: { company: unknown; userErrors: unknown[] } }>(gql`
    mutation {
      createCompany(input: { code: "SE", name: "Kontor AB", country: "SE", baseCurrencyCode: "SEK", locale: "sv-SE", timeZone: "Europe/Stockholm" }) {
        company { code version }
        userErrors { code message path }
      }
    }
  `);
  expect(createCompany).toEqual({ company: { code: 'SE', version: 1 }, userErrors: [] });
});
