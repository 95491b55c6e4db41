import type { ResourcePatch } from '../generator/define-resource.ts';

/** What differs from the generated pages, entity by entity. */
export const patches: readonly ResourcePatch[] = [];
