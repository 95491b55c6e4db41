import { type RaRecord, useGetOne } from 'react-admin';
import type { ResourceDefinition } from '../generator/resource-definition.ts';

/** What the viewer may do with one record, as the graph says it on the record. */
export interface Can {
  readonly update: boolean;
  readonly deactivate: boolean;
  readonly updatable: readonly string[];
  readonly maskedFields: readonly string[];
  readonly actions: readonly string[];
}

export type GraphRecord = RaRecord & {
  readonly id: string;
  readonly _label: string | null;
  readonly version?: number;
  readonly _can: Can;
};

/** One record with all that its pages show. */
export function useRecord(resource: ResourceDefinition, id: string) {
  return useGetOne<GraphRecord>(resource.name, { id }, { retry: false });
}

export function labelOf(record: { readonly _label?: unknown } | undefined, resource: ResourceDefinition): string {
  return typeof record?._label === 'string' && record._label ? record._label : resource.label;
}
