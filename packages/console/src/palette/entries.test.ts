import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../generator/compile.ts';
import { employee, sampleMeta } from '../generator/sample-meta.ts';
import { ownPageEntries } from './entries.ts';

const addresses = (entities: typeof sampleMeta.entities) =>
  ownPageEntries(catalogueOf({ ...sampleMeta, entities }, []), (key) => key).map(({ to }) => to);

describe('pages that are no list', () => {
  it('are found by whoever the menu leads to them: the books, with each report by its name', () => {
    const books = addresses([...sampleMeta.entities, { ...employee, name: 'JournalEntry', plural: 'journalEntries' }]);
    expect(books).toEqual(expect.arrayContaining(['/reports', '/reports?report=BALANCE_SHEET', '/sie']));
    expect(addresses(sampleMeta.entities).filter((to) => /reports|sie/.test(to))).toEqual([]);
  });

  it('are found by everybody: home, analyses, and the own account', () => {
    expect(addresses(sampleMeta.entities)).toEqual(expect.arrayContaining(['/', '/analyses', '/security']));
  });
});
