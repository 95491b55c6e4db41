import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import { ask } from '../data/graph-client.ts';
import { isReference } from '../generator/form-values.ts';
import { recordQuery } from '../generator/queries.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import type { Proposal } from './action-input.ts';

/**
 * Fills in what follows from a record that is chosen in another input, such as the currency of a company. It is a proposal:
 * what somebody chose for themselves stays.
 */
export default function ProposedValues({ proposals }: { readonly proposals: readonly Proposal[] }) {
  return proposals.map((proposal) => <ProposedValue key={proposal.input} {...proposal} />);
}

function ProposedValue({ input, from, target, field }: Proposal) {
  const resource = useCatalogue().byName.get(target);
  const { setValue } = useFormContext();
  const { dirtyFields } = useFormState();
  const chosen: unknown = useWatch({ name: from });
  const id = isReference(chosen) ? chosen.id : null;
  const { data } = useQuery({
    queryKey: [target, 'proposal', id, field],
    enabled: id !== null && resource?.fieldByName.has(field) === true,
    queryFn: ({ signal }) =>
      ask<Record<string, Record<string, unknown> | null>>(resource ? recordQuery(resource, field) : '', { id }, signal),
  });
  const value = resource && data?.[resource.single]?.[field];
  const isOwn = dirtyFields[input] !== undefined;
  useEffect(() => {
    if (typeof value === 'string' && !isOwn) setValue(input, { id: value, _label: value, code: value });
  }, [value, isOwn, input, setValue]);
  return null;
}
