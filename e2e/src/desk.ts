import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addressOf, worldPassword } from '@kontor/testkit';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { onTestFailed } from 'vitest';

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A label as it stands on the page, with the mark of what is required. */
const labelled = (label: string): RegExp => new RegExp(String.raw`^${literally(label)}\s*\*?$`);

interface DeskOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Language of the browser. */
  readonly locale?: string;
  /** What the browser needs before it opens a page. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

/** Somebody at a browser of their own with the console in it, who clicks and types. */
export class Desk {
  /** What the browser complained about so far. */
  readonly complaints: string[] = [];

  readonly page: Page;
  readonly url: string;
  readonly name: string;

  private constructor(page: Page, url: string, name: string) {
    this.page = page;
    this.url = url;
    this.name = name;
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  /** Opens the sign-in page. A test that fails leaves a picture of what was in front of them. */
  static async open(browser: Browser, url: string, name: string, options: DeskOptions = {}): Promise<Desk> {
    const { width = 1280, height = 800, colorScheme = 'light', locale = 'en-GB' } = options;
    const context: BrowserContext = await browser.newContext({ viewport: { width, height }, colorScheme, locale });
    await options.prepare?.(context);
    const desk = new Desk(await context.newPage(), url, name);
    // Where two cores are shared by many, everything takes its time.
    desk.page.setDefaultTimeout(60_000);
    await desk.page.goto(url);
    return desk;
  }

  /** Opens the console and signs in as a member of the world; what goes wrong on the way is told with what is shown. */
  static async signedIn(browser: Browser, url: string, name: string, options: DeskOptions = {}): Promise<Desk> {
    const desk = await Desk.open(browser, url, name, options);
    try {
      await desk.signIn();
    } catch (error) {
      await desk.picture('sign-in');
      const shown = await desk.page.locator('body').innerText();
      throw new Error(
        `${name} could not sign in at ${desk.page.url()}. Complaints: ${desk.complaints.join('; ')}. Shown: ${shown}`,
        {
          cause: error,
        },
      );
    }
    return desk;
  }

  async signIn(): Promise<void> {
    await this.page.locator('input[type=email]').fill(addressOf(this.name));
    await this.page.locator('input[type=password]').fill(worldPassword);
    await this.page.locator('button[type=submit]').click();
    await this.page.locator('#main-content h1').waitFor();
  }

  /** When the running test fails, pictures what is in front of them, and says it where only the log is left. */
  picturedOnFailure(): this {
    onTestFailed(async ({ task }) => {
      if (this.page.isClosed()) return;
      const shown = await this.page.locator('body').innerText({ timeout: 10_000 }).catch(String);
      const complaints = this.complaints.join('; ') || 'none';
      console.error(
        `${this.name} was at ${this.page.url()}. Complaints: ${complaints}. Shown: ${shown.slice(0, 2_000)}`,
      );
      await this.picture(task.name.replaceAll(/\W+/g, '-'));
    });
    return this;
  }

  async picture(title: string): Promise<void> {
    const folder = fileURLToPath(new URL('../dist/pictures', import.meta.url));
    mkdirSync(folder, { recursive: true });
    if (!this.page.isClosed()) await this.page.screenshot({ path: `${folder}/${this.name}-${title}.png` });
  }

  /** Goes to a list by the menu. */
  async list(name: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  }

  /** Opens the record of the row that says something, in the list in front of them. */
  async record(text: string): Promise<void> {
    await this.page.getByRole('row').filter({ hasText: text }).getByRole('link').first().click();
  }

  async press(name: string, within: Locator | Page = this.page): Promise<void> {
    await within.getByRole('button', { name, exact: true }).click();
  }

  async type(label: string, text: string): Promise<void> {
    await this.page.getByLabel(labelled(label)).fill(text);
  }

  /** Chooses from a menu. */
  async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: labelled(label) }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Types into a search for a record, and takes the one found. */
  async find(label: string, text: string, option: string | RegExp = text): Promise<void> {
    await this.page.getByRole('combobox', { name: labelled(label) }).pressSequentially(text);
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** Runs the action that stands open in a dialog, and waits until it is done. */
  async confirm(action: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await this.press(action, dialog);
    await dialog.waitFor({ state: 'hidden' });
  }

  /** The value that a page of a record shows under a label. */
  value(label: string): Locator {
    return this.page.locator('dt', { hasText: labelled(label) }).locator('xpath=following-sibling::dd[1]');
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
