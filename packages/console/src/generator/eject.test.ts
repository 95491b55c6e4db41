import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from './compile.ts';
import type { Place } from './define-resource.ts';
import { eject, generatedPage, ownPage } from './eject.ts';
import type { ResourceDefinition } from './resource-definition.ts';
import { sampleMeta } from './sample-meta.ts';

const employee = catalogueOf(sampleMeta, []).byName.get('Employee') as ResourceDefinition;
const written = (place: Place): string =>
  eject(employee, place, readFileSync(new URL(`../${generatedPage(place)}`, import.meta.url), 'utf8'));

describe.each<Place>(['list', 'show', 'edit', 'create'])('the %s page as a file of its own', (place) => {
  it('asks for the entity by itself, and imports from where it stands', () => {
    const page = written(place);
    expect(page).toMatch(
      place === 'list' ? /useOwnColumns\('Employee', COLUMNS\)/ : /useOwnSections\('Employee', '\w+'/,
    );
    expect(page).not.toMatch(/(from |import\()'\.\.?\/(?!\.\.\/)/);
    expect(page).not.toMatch(/\(\{ resource \}: ResourcePageProps\) \{\n {2}(?!const t\b)/);
  });

  it('stands where it is found', () => {
    expect(ownPage(employee, place)).toBe(`pages/employees/${place}-page.tsx`);
  });
});

it('a page that is generated otherwise by now is not guessed at', () => {
  expect(() => eject(employee, 'list', 'export default function Other() {}')).toThrow(/does not begin its page/);
});
