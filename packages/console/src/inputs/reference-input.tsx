import { isReference, type Reference } from '../generator/form-values.ts';
import { useFormCompany } from './form-company.ts';
import type { InputSpec } from './input-spec.ts';
import { ReferencePicker } from './reference-picker.tsx';
import { useField } from './use-field.ts';

/** A record of another entity, or several. */
export function ReferenceInput({ spec, autoFocus }: { spec: InputSpec; autoFocus?: boolean }) {
  const { field, common } = useField(spec);
  const props = {
    target: spec.target ?? '',
    inputName: spec.inputName,
    companyId: useFormCompany(),
    onChange: field.onChange,
    onBlur: field.onBlur,
    field: { ...common, inputRef: field.ref, autoFocus, ...(spec.list ? { required: false } : {}) },
  };
  if (spec.list) {
    const chosen = Array.isArray(field.value) ? (field.value as Reference[]).filter(isReference) : [];
    return <ReferencePicker {...props} multiple={true} value={chosen} />;
  }
  return <ReferencePicker {...props} multiple={false} value={isReference(field.value) ? field.value : null} />;
}
