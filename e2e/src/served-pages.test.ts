/** The pages that the server hands out, in a real browser that can reach nothing but the server. */
import { addressOf, launchChromium, startWorld, type World, worldPassword } from '@kontor/testkit';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld();
  await world.member('hr', [{ role: 'HR' }]);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses elsewhere that the page asked for. */
  readonly elsewhere: string[];
  /** What the content-security policy or a script complained of. */
  readonly complaints: string[];
}

async function visit(): Promise<Visit> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const [elsewhere, complaints]: [string[], string[]] = [[], []];
  await page.route(/^https?:/, (route) => {
    const address = route.request().url();
    if (address.startsWith(world.url)) return route.continue();
    elsewhere.push(address);
    return route.abort();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && /security policy/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { context, page, elsewhere, complaints };
}

test('GraphiQL runs an example as whoever is signed in', async () => {
  const { context, page, elsewhere, complaints } = await visit();
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
  const signedIn = await context.request.post(`${world.url}/graphql`, {
    headers: { 'x-kontor-csrf': '1' },
    data: { query: signIn, variables: { input: { email: addressOf('hr'), password: worldPassword } } },
  });
  expect(await signedIn.json()).toEqual(expect.objectContaining({ data: { signIn: { userErrors: [] } } }));
  await page.goto(`${world.url}/graphql`);
  const answer = page.waitForResponse(async (response) => {
    return response.request().postData()?.includes('query Employees') === true;
  });
  await page.getByRole('button', { name: /Execute query/ }).click();
  expect(await (await answer).json()).toMatchObject({ data: { employees: { totalCount: 0, nodes: [] } } });
  await page.getByText('"totalCount"').first().waitFor();
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the console loads within its content-security policy, from the server alone', async () => {
  const { context, page, elsewhere, complaints } = await visit();
  await page.goto(`${world.url}/employees`);
  await page.locator('input[type="password"]').waitFor();
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
