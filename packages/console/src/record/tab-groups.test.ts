import { expect, it } from 'vitest';
import { groupTabs } from './tab-groups.ts';

const list = (key: string, name: string) => ({ key, label: `All ${key}`, domain: { name, label: name.toUpperCase() } });
const own = (key: string) => ({ key, label: key });
const shown = (tabs: Parameters<typeof groupTabs>[0]) =>
  groupTabs(tabs).map((group) => [group.label, group.tabs.map(({ key }) => key).join(' ')]);

it('leaves a few lists beside each other', () => {
  expect(shown([own('details'), list('devices', 'it'), list('repairs', 'it')])).toEqual([
    ['details', 'details'],
    ['All devices', 'devices'],
    ['All repairs', 'repairs'],
  ]);
});

it('gathers many lists by their domains, where the first of each stands; one by itself keeps its name', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => list(key, 'people'));
  const tabs = [
    own('details'),
    ...people,
    list('devices', 'it'),
    list('slips', 'pay'),
    list('g', 'people'),
    own('file'),
  ];
  expect(shown(tabs)).toEqual([
    ['details', 'details'],
    ['PEOPLE', 'a b c d e f g'],
    ['All devices', 'devices'],
    ['All slips', 'slips'],
    ['file', 'file'],
  ]);
});
