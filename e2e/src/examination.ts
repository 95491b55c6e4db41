import type { Walk } from './walk.ts';

/** The rules of axe to which a theme makes a difference; the others hold in both where they hold in one. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Runs in the page: what it is made of, by what stands on its controls and above its values, without what is counted. */
const partsOf = (): string[] =>
  [...document.querySelectorAll('main :is(h2, button, [role=tab], th, dt, label)')].map((element) =>
    `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`.replaceAll(/\d+/g, '#'),
  );

/**
 * Examines pages in both themes for several people who walk through them: each page once, and again for whoever has
 * something on it that nobody before had.
 */
export class Examination {
  readonly #parts = new Map<string, Set<string>>();
  readonly #themes = new WeakMap<Walk, 'light' | 'dark'>();

  /** Addresses of the pages that were examined, with `:id` for a record. */
  get pages(): string[] {
    return [...this.#parts.keys()];
  }

  /** Looks at the page in front of somebody. */
  async examine(walk: Walk): Promise<void> {
    const address = new URL(walk.page.url()).pathname.replaceAll(/[\da-f-]{36}/g, ':id');
    const seen = this.#parts.get(address);
    const parts = await walk.page.evaluate(partsOf);
    if (seen !== undefined && parts.every((part) => seen.has(part))) return;
    this.#parts.set(address, new Set([...(seen ?? []), ...parts]));
    // It begins with the theme that is on: drawing all of a page anew is most of the work.
    const first = this.#themes.get(walk) ?? 'light';
    const second = first === 'light' ? 'dark' : 'light';
    await walk.examine(first);
    await walk.page.emulateMedia({ colorScheme: second });
    await walk.examine(second, ofColours);
    this.#themes.set(walk, second);
  }
}
