import { Checkbox } from '@mui/material';
import { useTexts } from '../i18n/use-texts.ts';
import type { Row } from '../values/value.tsx';
import type { Selection } from './use-selection.ts';

interface SelectBoxProps {
  readonly selection: Selection;
  readonly row: Row;
}

export function SelectBox({ selection, row }: SelectBoxProps) {
  const t = useTexts();
  return (
    <Checkbox
      size="small"
      className="no-print"
      checked={selection.ids.has(row.id)}
      onChange={() => selection.toggle(row.id)}
      slotProps={{ input: { 'aria-label': t('bulk.select', { name: String(row['_label'] ?? '') }) } }}
      sx={{ p: 0.5 }}
    />
  );
}

/** Every row on the page. */
export function SelectAllBox({ selection, count }: { readonly selection: Selection; readonly count: number }) {
  const t = useTexts();
  const { size } = selection.ids;
  const some = size > 0 && size < count;
  return (
    <Checkbox
      size="small"
      className="no-print"
      checked={size > 0 && size === count}
      indeterminate={some}
      onChange={selection.toggleAll}
      slotProps={{
        input: {
          'aria-label': t('bulk.selectAll'),
          // What is drawn is told to the browser too, or it would contradict what is read out.
          ref: (input) => {
            if (input) input.indeterminate = some;
          },
        },
      }}
      sx={{ p: 0.5 }}
    />
  );
}
