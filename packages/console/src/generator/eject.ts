import type { Place } from './define-resource.ts';
import type { ResourceDefinition, Section } from './resource-definition.ts';

const FOLDERS: Readonly<Record<Place, string>> = { list: 'list', show: 'record', edit: 'record', create: 'record' };

/** The source of the generated page, below `src`. */
export const generatedPage = (place: Place): string => `${FOLDERS[place]}/${place}-page.tsx`;

/** Where a page of one's own stands, below `src`; it is found there. */
export const ownPage = ({ path }: ResourceDefinition, place: Place): string => `pages/${path}/${place}-page.tsx`;

const literal = (names: readonly string[]): string => `[${names.map((name) => `'${name}'`).join(', ')}]`;

const sectionsOf = (resource: ResourceDefinition, place: Place): readonly Section[] =>
  place === 'edit' ? resource.editSections : place === 'create' ? resource.createSections : resource.showSections;

/** What the page names, and the line that takes it. */
function named(resource: ResourceDefinition, place: Place): { readonly constants: string; readonly taken: string } {
  if (place === 'list')
    return {
      constants: `/** Columns of the list, in order; more can be chosen. What a viewer may not read is left out. */\nconst COLUMNS = ${literal(resource.columns)} as const;`,
      taken: `useOwnColumns('${resource.name}', COLUMNS)`,
    };
  const sections = sectionsOf(resource, place).map(
    ({ key, fields }) => `  ${key}: ${literal(fields.map(({ name }) => name))},`,
  );
  return {
    constants: `/** Fields of the page, section by section. What a viewer may not read or write is left out. */\nconst SECTIONS = {\n${sections.join('\n')}\n} as const;`,
    taken: `useOwnSections('${resource.name}', '${place}', SECTIONS)`,
  };
}

/** Imports as they are from the folder of one's own pages. */
const moved = (source: string, folder: string): string =>
  source
    .replaceAll(/(from |import\()'\.\.\//g, "$1'../../")
    .replaceAll(/(from |import\()'\.\//g, `$1'../../${folder}/`);

const HEAD = /export default function (\w+)\(\{ resource \}: ResourcePageProps\) \{\n/;

/**
 * The generated page as a page of one entity, to be changed by hand: its whole source, with what the definition says of the
 * entity written out. Throws where the source of the generated page is no longer what this knows.
 */
export function eject(resource: ResourceDefinition, place: Place, source: string): string {
  const found = HEAD.exec(source);
  if (!found) throw new Error(`${generatedPage(place)} does not begin its page as eject.ts knows it.`);
  const { constants, taken } = named(resource, place);
  const hook = taken.slice(0, taken.indexOf('('));
  const page = source.replace(
    HEAD,
    () => `${constants}\n\nexport default function ${found[1]}() {\n  const resource = ${taken};\n`,
  );
  const used = (page.match(/ResourcePageProps/g) ?? []).length > 1;
  const plain = used ? page : page.replace(/import type \{ ResourcePageProps \} from [^\n]*\n/, '');
  return [
    `// ${resource.label}: the page that was generated, to be changed by hand. It stands in place of the generated one.`,
    `import { ${hook} } from '../../layout/own-page.ts';`,
    moved(plain, FOLDERS[place]),
  ].join('\n');
}
