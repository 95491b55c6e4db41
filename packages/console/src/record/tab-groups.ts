/** A tab of a record. One that lists related records says which domain they are of. */
export interface RecordTab {
  readonly key: string;
  readonly label: string;
  readonly domain?: { readonly name: string; readonly label: string };
}

/** Tabs that stand behind one: those of a domain, or a single one. */
export interface TabGroup<Tab extends RecordTab> {
  readonly key: string;
  readonly label: string;
  readonly tabs: readonly [Tab, ...Tab[]];
}

/** More lists than these are not found beside each other. */
const LISTS_AT_MOST = 8;

/** The tabs as they stand; where they are many, the lists of each domain behind one that is called as the domain is. */
export function groupTabs<Tab extends RecordTab>(tabs: readonly Tab[]): readonly TabGroup<Tab>[] {
  const isMany = tabs.filter(({ domain }) => domain).length > LISTS_AT_MOST;
  const groups = new Map<string, [Tab, ...Tab[]]>();
  for (const tab of tabs) {
    const key = isMany && tab.domain ? `domain-${tab.domain.name}` : tab.key;
    const group = groups.get(key);
    if (group) group.push(tab);
    else groups.set(key, [tab]);
  }
  return [...groups].map(([key, group]) => {
    const [first, ...others] = group;
    return { key, label: others.length > 0 && first.domain ? first.domain.label : first.label, tabs: group };
  });
}
