import type { Reference } from '../generator/form-values.ts';
import { useResource } from '../layout/catalogue-context.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';

interface ReferenceLinkProps {
  readonly target: string;
  readonly reference: Reference;
  readonly plain?: boolean;
}

/** The label of another record, leading there where the viewer has its pages. */
export function ReferenceLink({ target, reference, plain = false }: ReferenceLinkProps) {
  const resource = useResource(target);
  const label = reference._label || reference.id.slice(-8);
  if (plain || !resource) return label;
  return <RouterLink to={paths.show(resource, reference.id)}>{label}</RouterLink>;
}
