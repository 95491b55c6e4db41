import { useMemo } from 'react';
import type { EntityName, Place, SectionKey } from '../generator/define-resource.ts';
import type { GraphNames } from '../generator/graph-names.ts';
import type { FieldDefinition, ResourceDefinition, Section } from '../generator/resource-definition.ts';
import { useResource } from './catalogue-context.tsx';

type Names<Name extends EntityName> = readonly GraphNames[Name][];

function useDefinition(entity: EntityName): ResourceDefinition {
  const resource = useResource(entity);
  if (!resource) throw new Error(`A page of ${entity} is shown to somebody who sees none.`);
  return resource;
}

/** What a viewer may not read is left out. */
const known = (resource: ResourceDefinition, names: readonly string[]): FieldDefinition[] =>
  names.flatMap((name) => resource.fieldByName.get(name) ?? []);

/** For a list that was ejected: the entity, with the columns that the list names. */
export function useOwnColumns<Name extends EntityName>(entity: Name, columns: Names<Name>): ResourceDefinition {
  const resource = useDefinition(entity);
  return useMemo(
    () => ({ ...resource, columns: known(resource, columns).map(({ name }) => name) }),
    [resource, columns],
  );
}

/** Whether a field may stand on a page: it is shown, changed, or given to a new record. */
const belongs: Readonly<Record<Exclude<Place, 'list'>, (field: FieldDefinition) => boolean>> = {
  show: () => true,
  edit: ({ update }) => update !== 'NEVER',
  create: ({ create }) => create,
};

/** For a page of a record that was ejected: the entity, with the sections that the page names. */
export function useOwnSections<Name extends EntityName>(
  entity: Name,
  place: Exclude<Place, 'list'>,
  sections: Partial<Record<SectionKey, Names<Name>>>,
): ResourceDefinition {
  const resource = useDefinition(entity);
  return useMemo(() => {
    const own = Object.entries(sections)
      .map(
        ([key, names]): Section => ({
          key: key as SectionKey,
          fields: known(resource, names ?? []).filter(belongs[place]),
        }),
      )
      .filter(({ fields }) => fields.length > 0);
    return { ...resource, [`${place}Sections`]: own };
  }, [resource, place, sections]);
}
