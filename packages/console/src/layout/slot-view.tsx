import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react';
import type { Slot } from '../generator/define-resource.ts';
import { PageLoading } from './page-loading.tsx';

const loaded = new Map<Slot, LazyExoticComponent<ComponentType>>();

/** What a patch put into a slot, fetched when it is first shown. */
export function SlotView({ slot }: { slot: Slot }) {
  const Component = loaded.get(slot) ?? lazy(slot);
  loaded.set(slot, Component);
  return (
    <Suspense fallback={<PageLoading />}>
      <Component />
    </Suspense>
  );
}
