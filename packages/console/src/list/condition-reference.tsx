import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { Condition, FilterValue } from '../generator/filter-tree.ts';
import type { Reference } from '../generator/form-values.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ReferencePicker } from '../inputs/reference-picker.tsx';

interface ConditionReferenceProps {
  readonly target: string;
  readonly condition: Condition;
  readonly onChange: (value: FilterValue) => void;
}

/** Chooses the records that a reference is compared with. The address holds their ids; their labels are asked for once. */
export function ConditionReference({ target, condition: { operator, value }, onChange }: ConditionReferenceProps) {
  const t = useTexts();
  const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
  const known = useLabels(target, ids);
  const chosen = ids.map((id): Reference => known.get(id) ?? { id, _label: null });
  const props = {
    target,
    field: { label: t('filter.value'), margin: 'none', sx: { width: { xs: '100%', sm: 260 } } } as const,
  };
  if (operator === 'in') {
    return (
      <ReferencePicker
        {...props}
        multiple={true}
        value={chosen}
        onChange={(many) => onChange(many.map(({ id }) => id))}
      />
    );
  }
  return (
    <ReferencePicker
      {...props}
      multiple={false}
      value={chosen[0] ?? null}
      onChange={(one) => onChange(one?.id ?? null)}
    />
  );
}

function useLabels(target: string, ids: readonly string[]): ReadonlyMap<string, Reference> {
  const dataProvider = useDataProvider();
  const { data } = useQuery({
    queryKey: [target, 'labels', ids],
    enabled: ids.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      dataProvider.getMany(target, { ids: [...ids] }).then((result) => result.data as unknown as Reference[]),
  });
  return new Map((data ?? []).map((reference) => [reference.id, reference]));
}
