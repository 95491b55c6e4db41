export const ORG_CHART =
  'query OrgChart($companyId: ID) { orgChart(companyId: $companyId) { id: employeeId managerId name position: positionTitle department: departmentName } }';

/** One person of the chart, as the graph answers it. */
export interface ChartPerson {
  readonly id: string;
  readonly managerId: string | null;
  readonly name: string;
  readonly position: string | null;
  readonly department: string | null;
}

export interface ChartNode extends ChartPerson {
  readonly level: number;
  readonly children: readonly ChartNode[];
}

/** The people as trees. Whoever has no manager that the viewer may see stands at the top; a ring is cut, not followed. */
export function buildTree(people: readonly ChartPerson[]): ChartNode[] {
  const ids = new Set(people.map(({ id }) => id));
  const reports = new Map<string, ChartPerson[]>();
  for (const person of people) {
    const manager = person.managerId && ids.has(person.managerId) ? person.managerId : '';
    reports.set(manager, [...(reports.get(manager) ?? []), person]);
  }
  const placed = new Set<string>();
  const grow = (person: ChartPerson, level: number): ChartNode => {
    placed.add(person.id);
    const below = (reports.get(person.id) ?? []).filter(({ id }) => !placed.has(id));
    return { ...person, level, children: below.map((report) => grow(report, level + 1)) };
  };
  const tops = (reports.get('') ?? []).map((person) => grow(person, 1));
  const left = people.filter(({ id }) => !placed.has(id));
  return [...tops, ...left.flatMap((person) => (placed.has(person.id) ? [] : [grow(person, 1)]))];
}

/** The nodes that are to be seen, from top to bottom, where these are open. */
export function visibleNodes(nodes: readonly ChartNode[], open: ReadonlySet<string>): ChartNode[] {
  return nodes.flatMap((node) => [node, ...(open.has(node.id) ? visibleNodes(node.children, open) : [])]);
}

export function allNodes(nodes: readonly ChartNode[]): ChartNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}

/** Ids of the managers above a person, so that the person can be shown. */
export function above(people: readonly ChartPerson[], id: string): string[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const found: string[] = [];
  let current = byId.get(id)?.managerId;
  while (current && !found.includes(current) && byId.has(current)) {
    found.push(current);
    current = byId.get(current)?.managerId;
  }
  return found;
}
