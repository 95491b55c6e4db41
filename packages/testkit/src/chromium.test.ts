import { expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';

test('a page runs in a real browser', async () => {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.setContent('<button onclick="this.textContent = 1 + 1">Add</button>');
  await page.getByRole('button').click();
  expect(await page.getByRole('button').textContent()).toBe('2');
  await browser.close();
});
