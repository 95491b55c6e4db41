/** The console on a telephone, by keyboard alone, and in other languages. */
import { launchChromium, startWorld, type World } from '@kontor/testkit';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { furnish } from './furnish.ts';

let world: World;
let browser: Browser;
let employeeId: string;

beforeAll(async () => {
  world = await startWorld();
  const { office } = await furnish(world);
  const query = '{ employees(where: { lastName: { eq: "Kanari" } }) { nodes { id } } }';
  employeeId =
    (await office.hr.client.request<{ employees: { nodes: { id: string }[] } }>(query)).employees.nodes[0]?.id ?? '';
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await world.stop();
});

const phone = { width: 390, height: 844 };

test('list, record and form fit on a telephone, and the menu leads to them', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'hr-SE', phone)).picturedOnFailure();
  const { page } = desk;
  const fits = async () => {
    await page.waitForLoadState('networkidle');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, page.url()).toBeLessThanOrEqual(phone.width);
    // Nothing that is read is smaller than 11 pixels, and what is tapped is no smaller than 24.
    const small = await page.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>('main *')].filter((each) => each.offsetParent !== null);
      const text = shown.filter(
        (each) =>
          each.children.length === 0 &&
          each.innerText?.trim() &&
          Number.parseFloat(getComputedStyle(each).fontSize) < 10.5,
      );
      const tapped = shown.filter(
        (each) =>
          each.matches('button, [role=button], [role=tab], [role=combobox]') &&
          each.getBoundingClientRect().height < 23.5,
      );
      return [...text, ...tapped].map((each) => each.outerHTML.slice(0, 160));
    });
    expect(small).toEqual([]);
  };
  await fits();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Employees', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Employees' }).waitFor();
  await page
    .getByRole('main')
    .getByRole('link', { name: /Kanari/ })
    .waitFor();
  await fits();
  await desk.picture('phone-list');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Kanari/ })
    .click();
  await page.getByRole('heading', { level: 1, name: /Kanari/ }).waitFor();
  await fits();
  await desk.picture('phone-show');
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).waitFor();
  await fits();
  await desk.picture('phone-edit');
  expect(desk.complaints).toEqual([]);
});

test('the tabs of a record open one after the other, and the way back leads to the list as it was left', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'hr-SE')).picturedOnFailure();
  const { page } = desk;
  await page.goto(`${world.url}/employees?search=kanari`);
  await desk.record('Kanari');
  await page.getByRole('heading', { level: 1, name: /Kanari/ }).waitFor();
  const open = async (tab: Locator): Promise<void> => {
    await tab.click();
    const panel = page.getByRole('tabpanel', { name: await tab.innerText(), exact: true }).last();
    await panel.locator(':not([role=progressbar])').first().waitFor();
    await panel.getByRole('progressbar').waitFor({ state: 'detached' });
    expect(await panel.getByRole('alert').count(), await tab.innerText()).toBe(0);
  };
  // Lists of one domain share a tab: all of them are in sight at once, and each is two clicks away.
  const tabs = await page.getByRole('tab').all();
  expect(tabs.length).toBeLessThan(12);
  const opened: string[] = [];
  for (const tab of tabs) {
    await open(tab);
    for (const list of await page.locator('[role=tabpanel] [role=tab]').all()) {
      await open(list);
      opened.push(await list.innerText());
    }
  }
  expect(opened.length).toBeGreaterThan(10);
  await page.getByRole('navigation', { name: 'Back' }).getByRole('link', { name: 'Employees' }).click();
  await page.getByRole('row').filter({ hasText: 'Kanari' }).waitFor();
  expect(page.url()).toBe(`${world.url}/employees?search=kanari`);
  await desk.record('Kanari');
  // A list has an address of its own, and the arrows go from one to the next.
  const devices = page.getByRole('tablist', { name: 'Devices', exact: true });
  await page.getByRole('tab', { name: 'Devices', exact: true }).first().click();
  await devices.getByRole('tab', { name: 'Devices', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).search).toBe('?tab=deviceAssignments');
  await page.reload();
  await devices.getByRole('tab', { name: 'Device assignments', selected: true }).waitFor();
  expect(desk.complaints).toEqual([]);
});

test('a page that cannot be fetched says so within the frame, and comes when it can', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'hr-SE')).picturedOnFailure();
  const { page } = desk;
  await page.route(/org-chart-page/, (route) => route.abort());
  const link = page.getByRole('navigation').getByRole('link', { name: 'Org chart', exact: true });
  // The server is there, so the console is loaded anew by itself, once: most often a release has put others in place.
  await Promise.all([page.waitForEvent('load'), link.click()]);
  await page.getByRole('heading', { level: 1, name: 'Something went wrong' }).waitFor();
  await page.getByRole('alert').getByText('The server cannot be reached').waitFor();
  await link.waitFor();
  await page.unroute(/org-chart-page/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { level: 1, name: 'Org chart' }).waitFor();
});

test('the palette finds a record and something to do, by the keyboard alone', async () => {
  const desk = (await Desk.signedIn(browser, world.url, 'hr-SE')).picturedOnFailure();
  const { page } = desk;
  const openPalette = async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search records, actions and pages' }).waitFor();
  };
  await openPalette();
  await page.keyboard.type('kanari');
  await page.getByRole('option', { name: /Petra Kanari.*Employee/ }).waitFor();
  while (!/Employee$/.test((await page.locator('[role=option].Mui-focused').innerText()).trim()))
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Petra Kanari' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/employees/${employeeId}`);

  await openPalette();
  await page.keyboard.type('hire');
  await page.getByRole('option', { name: /Hire/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Hire' }).waitFor();
  expect(desk.complaints).toEqual([]);
});

test('what is typed before the palette is there arrives in it', async () => {
  const desk = (await Desk.open(browser, world.url, 'hr-SE')).picturedOnFailure();
  const { page } = desk;
  // Its code is on the way until the typing is over.
  let release: () => void = () => undefined;
  const typed = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/command-palette/, async (route) => {
    await typed;
    await route.continue();
  });
  await desk.signIn();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Kanarix');
  await page.keyboard.press('Backspace');
  expect(await page.getByRole('dialog').count()).toBe(0);
  release();
  const field = page.getByRole('combobox', { name: 'Search records, actions and pages' });
  await field.waitFor();
  await page.keyboard.type(' Pet');
  await page.getByRole('option', { name: /Petra Kanari.*Employee/ }).waitFor();
  expect(await field.inputValue()).toBe('Kanari Pet');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  // Once it has been left, keys are the page's again.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  expect(desk.complaints).toEqual([]);
});

test('the tab key walks through sign-in and a form, and shows where it is', async () => {
  const desk = (await Desk.open(browser, world.url, 'hr-SE')).picturedOnFailure();
  const { page } = desk;
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLElement;
      const framed = at.closest('.MuiInputBase-root.Mui-focused') !== null;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const label =
        at.getAttribute('aria-label') ??
        at.closest('.MuiFormControl-root')?.querySelector('label')?.innerText ??
        at.innerText;
      return {
        label: label.replace(/[\s*]+$/, ''),
        visible: framed || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1),
      };
    });
  const walk = async (steps: number) => {
    const labels = [];
    for (let step = 0; step < steps; step += 1) {
      const at = await focused();
      expect(at.visible, `focus on ${at.label} is seen`).toBe(true);
      labels.push(at.label);
      await page.keyboard.press('Tab');
    }
    return labels;
  };
  await page.getByLabel(/Mail address/).waitFor();
  await page.getByLabel(/Mail address/).focus();
  expect(await walk(5)).toEqual(['Mail address', 'Password', 'Show password', 'Sign in', 'Forgotten password?']);
  await desk.signIn();
  await page.goto(`${world.url}/departments/new`);
  await page.getByLabel(/^Code/).waitFor();
  await page.getByLabel(/^Code/).focus();
  expect(await walk(6)).toEqual(['Code', 'Name', 'Company', 'Department above', 'Save', 'Cancel']);
});

test('the language is chosen once, and kept', async () => {
  // The browser is British, and so are its days; the language is the account's.
  const desk = (await Desk.signedIn(browser, world.url, 'hr-SE')).picturedOnFailure();
  const { page } = desk;
  await desk.list('Employees');
  await page
    .getByRole('cell', { name: /^\d{1,2} [A-Z][a-z]+ \d{4}$/ })
    .first()
    .waitFor();
  await chooseLanguage(page, 'Language', 'Svenska');
  await page.getByRole('heading', { level: 1, name: 'Anställda' }).waitFor();
  await page.getByRole('columnheader', { name: 'Efternamn' }).waitFor();
  await chooseLanguage(page, 'Språk', 'Magyar');
  await page.getByRole('columnheader', { name: 'Vezetéknév' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('hu');
  await page.reload();
  await page.getByRole('columnheader', { name: 'Vezetéknév' }).waitFor();
  // At another browser too: it is kept on the account, whatever that browser speaks or remembers of others.
  const elsewhere = (await Desk.open(browser, world.url, 'hr-SE', { locale: 'de-DE' })).picturedOnFailure();
  await elsewhere.page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  await elsewhere.page.evaluate(() => {
    localStorage.setItem('kontor.language', 'sl');
    localStorage.setItem('RaStorekontor.locale', '"sl"');
  });
  await elsewhere.page.reload();
  await elsewhere.page.getByRole('heading', { name: 'Prijava' }).waitFor();
  await elsewhere.signIn();
  await elsewhere.page.getByRole('button', { name: 'Nyelv' }).waitFor();
  expect(await elsewhere.page.locator('html').getAttribute('lang')).toBe('hu');
  expect([...desk.complaints, ...elsewhere.complaints]).toEqual([]);
});

test('a language chosen before signing in goes to the account', async () => {
  const desk = (await Desk.open(browser, world.url, 'hr2-SE')).picturedOnFailure();
  await chooseLanguage(desk.page, 'Language', 'Deutsch');
  await desk.page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  await desk.signIn();
  await desk.page.getByRole('button', { name: 'Sprache' }).waitFor();
  const elsewhere = (await Desk.signedIn(browser, world.url, 'hr2-SE')).picturedOnFailure();
  await elsewhere.page.getByRole('button', { name: 'Sprache' }).waitFor();
  expect([...desk.complaints, ...elsewhere.complaints]).toEqual([]);
});

async function chooseLanguage(page: Page, button: string, name: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('menuitem', { name }).click();
}
