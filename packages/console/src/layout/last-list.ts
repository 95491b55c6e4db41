import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { paths } from './paths.ts';

/** What the address of each list last said, as long as the page is loaded: what somebody looked for is not kept longer. */
const searches = new Map<string, string>();

/** Notes how a list is being looked at. */
export function rememberList(resource: ResourceDefinition, search: string): void {
  searches.set(resource.name, search);
}

/** Address of a list as it was last looked at: with its search, its filter, its order and its page. */
export function lastList(resource: ResourceDefinition): string {
  const search = searches.get(resource.name);
  return search ? `${paths.list(resource)}?${search}` : paths.list(resource);
}
