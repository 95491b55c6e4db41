import { type ComponentType, lazy, Suspense } from 'react';
import { ResourceContextProvider } from 'react-admin';
import { Route, Routes, useParams } from 'react-router-dom';
import type { Place } from './generator/define-resource.ts';
import type { ResourceDefinition } from './generator/resource-definition.ts';
import { useCatalogue } from './layout/catalogue-context.tsx';
import { NotFoundPage } from './layout/not-found-page.tsx';
import { PageLoading } from './layout/page-loading.tsx';
import { SlotView } from './layout/slot-view.tsx';

const ListPage = lazy(() => import('./list/list-page.tsx'));
const ShowPage = lazy(() => import('./record/show-page.tsx'));
const EditPage = lazy(() => import('./record/edit-page.tsx'));
const CreatePage = lazy(() => import('./record/create-page.tsx'));
const ActionPage = lazy(() => import('./actions/action-page.tsx'));
const ImportPage = lazy(() => import('./import/import-page.tsx'));

/** Pages that stand in place of generated ones: a file that is there is found. `kontor console eject` writes one. */
const ownPages = import.meta.glob<{ default: ComponentType }>('./pages/*/*-page.tsx');

/** The pages of the entity that the address names. */
export default function ResourcePages() {
  const { path = '' } = useParams();
  const resource = useCatalogue().byPath.get(path);
  if (!resource) return <NotFoundPage />;
  const page = (place: Place, Generated: typeof ListPage) => {
    const slot = ownPages[`./pages/${resource.path}/${place}-page.tsx`] ?? resource.patch?.pages[place];
    return slot ? <SlotView slot={slot} /> : <Generated resource={resource} />;
  };
  return (
    <ResourceContextProvider value={resource.name} key={resource.name}>
      <Suspense fallback={<PageLoading />}>
        <Routes>
          <Route index element={page('list', ListPage)} />
          {resource.create && <Route path="new" element={page('create', CreatePage)} />}
          {resource.importable && <Route path="import" element={<ImportPage resource={resource} />} />}
          <Route path="actions/:action" element={<ActionPage resource={resource} />} />
          <Route path=":id/actions/:action" element={<ActionPage resource={resource} />} />
          <Route path=":id" element={page('show', ShowPage)} />
          {resource.update !== 'NEVER' && <Route path=":id/edit" element={page('edit', EditPage)} />}
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </ResourceContextProvider>
  );
}

export interface ResourcePageProps {
  readonly resource: ResourceDefinition;
}
