import { createContext, useContext } from 'react';
import { useWatch } from 'react-hook-form';
import { isReference } from '../generator/form-values.ts';

/** The company of the record that a form is about; the graph takes no record of another one. */
export const FormCompany = createContext<string | null>(null);

/** The company of a record, where it has one. */
export const companyIdOf = (record: Readonly<Record<string, unknown>> | undefined): string | null =>
  isReference(record?.['company']) ? record['company'].id : null;

/** The company of the record, or the one that is chosen in the form. */
export function useFormCompany(): string | null {
  const ofRecord = useContext(FormCompany);
  const chosen: unknown = useWatch({ name: 'companyId' });
  return ofRecord ?? (isReference(chosen) ? chosen.id : null);
}
