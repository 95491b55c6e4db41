import { expect, it } from 'vitest';
import { catalogueOf } from '../generator/compile.ts';
import { sampleMeta } from '../generator/sample-meta.ts';
import { searchFilter } from './reference-search.ts';

/** Devices of a company, searched by their labels unless told otherwise; those of no company are for all. */
function devices(required: boolean, searchable = false) {
  const device = sampleMeta.entities.find(({ name }) => name === 'Device');
  const holder = device?.fields.find(({ name }) => name === 'holder');
  if (!device || !holder) throw new Error('The sample lost its devices.');
  const company = { ...holder, name: 'company', target: 'Company', required };
  const entities = [{ ...device, searchable, fields: [...device.fields, company] }];
  const [resource] = catalogueOf({ ...sampleMeta, entities }, []).resources;
  if (!resource) throw new Error('There are no devices.');
  return resource;
}

const own = { company: { is: { id: { eq: 'c1' } } } };

it.each([
  ['nothing typed, no company', devices(true), '', null, {}],
  [
    'a part of the label',
    devices(true),
    'lap',
    null,
    { where: { and: [{ or: [{ assetTag: { contains: 'lap' } }] }] } },
  ],
  ['of a company', devices(true), '', 'c1', { where: { and: [own] } }],
  [
    'of a company or of all',
    devices(false),
    '',
    'c1',
    { where: { and: [{ or: [own, { company: { isNull: true } }] }] } },
  ],
  ['a search of their own, of a company', devices(true, true), 'lap', 'c1', { search: 'lap', where: { and: [own] } }],
])('%s', (_title, resource, search, companyId, filter) => {
  expect(searchFilter(resource, search, companyId)).toEqual(filter);
});

it('asks for no company where the entity is of none', () => {
  const department = catalogueOf(sampleMeta, []).byName.get('Department');
  expect(department && searchFilter(department, '', 'c1')).toEqual({});
});
