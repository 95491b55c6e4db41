import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/graph-client.ts';
import type { Reference } from '../generator/form-values.ts';
import { recordQuery } from '../generator/queries.ts';
import type { Catalogue, ResourceDefinition } from '../generator/resource-definition.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ReferenceLink } from './reference-link.tsx';
import type { Row } from './value.tsx';

/** The entity that a source names as the graph's domains do: `PAY_RUN` is a `PayRun`. */
export function sourceEntity(source: string, { byName }: Pick<Catalogue, 'byName'>): ResourceDefinition | undefined {
  const words = source.toLowerCase().split('_');
  return byName.get(words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''));
}

/** What an entity is called; where this viewer sees none of it, the name itself. */
export function EntityLabel({ name }: { readonly name: string }) {
  return sourceEntity(name, useCatalogue())?.label ?? name;
}

const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface SourceLinkProps {
  readonly id: string;
  readonly record: Row;
  readonly plain: boolean;
}

/** The record that something was made for, by its label and with the way there, for whoever sees it. */
export function SourceLink({ id, record, plain }: SourceLinkProps) {
  const resource = sourceEntity(String(record['sourceType'] ?? ''), useCatalogue());
  const { data } = useQuery({
    queryKey: [resource?.name, 'label', id],
    enabled: resource !== undefined && RECORD_ID.test(id),
    queryFn: ({ signal }) =>
      ask<Record<string, Reference | null>>(resource ? recordQuery(resource, 'id _label') : '', { id }, signal),
  });
  const found = resource && data?.[resource.single];
  return found ? <ReferenceLink target={resource.name} reference={found} plain={plain} /> : id;
}
