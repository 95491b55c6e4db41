import type { ResourcePageProps } from '../resource-pages.tsx';

export default function ImportPage({ resource }: ResourcePageProps) {
  return <>{resource.label}</>;
}
