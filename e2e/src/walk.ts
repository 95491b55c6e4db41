import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page, Request } from 'playwright-core';
import { type Canary, canaries, canaryName } from './furnish.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Requests to the graph that a page may make, once somebody is signed in and knows what they may do. A home page asks for
 * what waits, the deadlines of pay and the figures; whoever holds many roles for all companies has two requests of what
 * waits, as the graph takes ten root fields in one, and asks for the companies first.
 */
export const budget = { list: 1, show: 2, edit: 2, create: 1, other: 3, home: 5 } as const;

type Kind = keyof typeof budget;

/**
 * Runs in the page: waits until it has nothing to do, and says whether it shows what it was asked for. Time alone says
 * nothing on a busy machine, where what an answer sets off may come later than any wait.
 */
const restful = async (): Promise<boolean> => {
  await new Promise((idle) => setTimeout(() => requestIdleCallback(idle, { timeout: 2_000 }), 20));
  const busy = 'main [role=progressbar], main [aria-busy=true]';
  return document.querySelector('main h1') !== null && document.querySelector(busy) === null;
};

/** What a browser answers; where it never does, a failure that says what it was asked, not the time limit of the test. */
async function answered<T>(what: string, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The browser does not answer: ${what}.`)), 60_000);
  });
  try {
    return await Promise.race([answer, patience]);
  } finally {
    clearTimeout(timer);
  }
}

const operationOf = (request: Request): string =>
  (request.postDataJSON() as { operationName?: string } | null)?.operationName ?? request.url();

/** Keeps an eye on one browser: what it asks, what it is told, what it complains about. */
export class Walk {
  readonly page: Page;
  /** What was wrong, with the page it was wrong on. */
  readonly problems: string[] = [];
  /** Canaries that were on a page or in an answer. */
  readonly seen = new Set<Canary>();
  /** Addresses of the pages that were opened, by kind. */
  readonly opened: Record<Kind, string[]> = { list: [], show: [], edit: [], create: [], other: [], home: [] };
  /** The operations that were asked since the page was opened. */
  #asked: string[] = [];
  readonly #running = new Set<Request>();
  readonly #answers: Promise<void>[] = [];

  constructor(page: Page) {
    this.page = page;
    const isGraph = (url: string) => new URL(url).pathname === '/graphql';
    page.on('request', (request) => {
      // A stream of changes stays open: it is no request that a page waits for.
      if (request.headers()['accept'] === 'text/event-stream') return;
      if (isGraph(request.url())) this.#asked.push(operationOf(request));
      this.#running.add(request);
    });
    page.on('requestfailed', (request) => this.#running.delete(request));
    // A body is there when its request has ended; asked for earlier, it has been seen to keep one waiting for ever.
    page.on('requestfinished', (request) => {
      this.#running.delete(request);
      if (/\/(graphql|exports|imports)/.test(new URL(request.url()).pathname)) this.#answers.push(this.#read(request));
    });
    page.on('console', (message) => {
      if (message.type() === 'error') this.#note(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.#note(`error: ${error}`));
  }

  /** Opens a page by what a person clicks, and looks at it. */
  async open(kind: Kind, click: () => Promise<unknown>): Promise<void> {
    this.#asked = [];
    await click();
    await this.settle();
    this.opened[kind].push(new URL(this.page.url()).pathname);
    if (this.#asked.length > budget[kind])
      this.#note(`${this.#asked.length} requests for a ${kind} page: ${this.#asked.join(', ')}`);
    await this.#noteAlert();
  }

  /** What the page says went wrong. */
  async #noteAlert(): Promise<void> {
    const alerts = this.page.locator('main').getByRole('alert');
    if ((await alerts.count()) > 0) this.#note(`alert: ${await alerts.first().innerText()}`);
  }

  /**
   * Waits until the page asks nothing more and shows what it was told. A page whose requests are counted has to be seen at
   * rest three times in a row, as what comes late would count for the next one.
   */
  async settle(times = 3): Promise<void> {
    let quiet = 0;
    const until = Date.now() + 30_000;
    while (quiet < times && Date.now() < until) {
      const shown = await answered('is the page at rest', this.page.evaluate(restful));
      quiet = this.#running.size > 0 || !shown ? 0 : quiet + 1;
    }
    if (quiet < times) this.#note('it does not come to rest');
    await Promise.all(this.#answers.splice(0));
    this.#look(await answered('what is on the page', this.page.content()));
  }

  /** Opens the lists of the menu, and of each a record, its tabs, its form and the form of a new one. */
  async walkEverything(visit: () => Promise<void> = async () => undefined): Promise<void> {
    await this.settle();
    for (const address of await this.menu()) {
      const isList = !/^\/(|analyses|org-chart|access|reports|sie|pay-preview|cost-centre-results|figures\/\w+)$/.test(
        address,
      );
      const kind = isList ? 'list' : address === '/' ? 'home' : 'other';
      await this.open(kind, () => this.#follow(`nav a[href="${address}"]`));
      await visit();
      if (isList) await this.#walkRecords(address, visit);
    }
  }

  /** Addresses that the menu leads to. */
  async menu(): Promise<string[]> {
    const links = this.page.getByRole('navigation').getByRole('link');
    return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  }

  /** What a list leads to. Nobody comes back to the list: of the links beside its rows it is seen that they can be clicked. */
  async #walkRecords(address: string, visit: () => Promise<void>): Promise<void> {
    const beside: [Kind, string][] = [];
    for (const [kind, selector] of [
      ['create', `main a[href="${address}/new"]`],
      ['other', `main a[href="${address}/import"]`],
      ['other', `main a[href^="${address}/actions/"]`],
    ] as const) {
      const to = this.page.locator(selector);
      if ((await to.count()) === 0) continue;
      await to.click({ trial: true });
      beside.push([kind, (await to.getAttribute('href')) ?? '']);
    }
    await this.#walkRecord(visit);
    for (const [kind, href] of beside) {
      await this.open(kind, () => this.#goTo(href));
      await visit();
    }
  }

  async #walkRecord(visit: () => Promise<void>): Promise<void> {
    const row = this.page.locator('main tbody tr').filter({ hasText: new RegExp(canaryName) });
    const first = (await row.count()) > 0 ? row : this.page.locator('main tbody tr');
    const link = first.locator('a').first();
    if ((await link.count()) === 0) return;
    await this.open('show', () => link.click());
    await visit();
    for (const tab of await this.page.locator('[role=tab]').all()) {
      await tab.click();
      await this.settle(2);
      await this.#noteAlert();
      // The first of a second row is open already.
      for (const list of (await this.page.locator('[role=tabpanel] [role=tab]').all()).slice(1)) {
        await list.click();
        await this.settle(2);
        await this.#noteAlert();
      }
    }
    const edit = this.page.locator(`main a[href$="/edit"]`);
    if ((await edit.count()) === 0) return;
    await this.open('edit', () => edit.click());
    await visit();
  }

  /** Findings of axe that keep somebody from using the page, in the theme that is on: of all its rules, or of some. */
  async examine(theme: string, rules: readonly string[] = []): Promise<void> {
    // A theme that is only half on has no contrast to judge.
    await this.page.waitForTimeout(100);
    await this.page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    if (!(await this.page.evaluate('"axe" in window'))) await this.page.evaluate(axeSource);
    const examined = this.page.evaluate(
      `axe.run(document, { resultTypes: ['violations']${rules.length > 0 ? `, runOnly: ${JSON.stringify(rules)}` : ''} }).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ' ' + nodes.slice(0, 2).map(({ target, failureSummary }) => target + ' ' + failureSummary.replace(/\\s+/g, ' ').slice(0, 160)).join(' | ')))`,
    );
    const findings = (await answered('what axe finds', examined)) as string[];
    for (const finding of findings) this.#note(`axe, ${theme}: ${finding}`);
  }

  async #follow(selector: string): Promise<void> {
    await this.page.locator(selector).first().click();
  }

  /** To another page of the console, which has not to be loaded again. */
  async #goTo(href: string): Promise<void> {
    await this.page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
    }, href);
  }

  async #read(request: Request): Promise<void> {
    const body = request.response().then((response) => response?.text().catch(() => undefined));
    this.#look((await answered(`the body of ${operationOf(request)}`, body)) ?? '');
  }

  #look(text: string): void {
    const plain = text.replaceAll(/[   ]|&nbsp;/g, ' ');
    for (const [name, value] of Object.entries(canaries) as [Canary, string][]) {
      const forms = name === 'salary' ? [value, '41,873', '41 873', '41.873'] : [value];
      if (forms.some((form) => plain.includes(form))) this.seen.add(name);
    }
  }

  #note(problem: string): void {
    this.problems.push(`${new URL(this.page.url()).pathname.replaceAll(/[\da-f-]{36}/g, ':id')}: ${problem}`);
  }
}
