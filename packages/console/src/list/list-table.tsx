import {
  Paper,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TableSortLabel,
  Tooltip,
} from '@mui/material';
import type { MouseEvent } from 'react';
import { SelectAllBox, SelectBox } from '../bulk/select-box.tsx';
import type { Selection } from '../bulk/use-selection.ts';

import { isSortable, nextSort, sortOf } from '../generator/order.ts';
import type { FieldDefinition, ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { useGo } from '../layout/use-go.ts';
import { cellStyle } from '../values/cell-style.ts';
import { isNumeric, type Row, Value } from '../values/value.tsx';
import { InactiveMark } from './inactive-mark.tsx';
import type { ListControl } from './use-list-state.ts';

interface ListTableProps {
  readonly resource: ResourceDefinition;
  readonly control: ListControl;
  readonly rows: readonly Row[];
  /** What is selected, where there is something to do with it. */
  readonly selection: Selection | undefined;
}

export function ListTable({ resource, control, rows, selection }: ListTableProps) {
  const fields = control.columns.flatMap((name) => resource.fieldByName.get(name) ?? []);
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={resource.pluralLabel}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {selection && (
              <TableCell padding="checkbox" className="no-print">
                <SelectAllBox selection={selection} count={rows.length} />
              </TableCell>
            )}
            {fields.map((field) => (
              <HeadCell key={field.name} resource={resource} field={field} control={control} />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <ListRow key={row.id} resource={resource} fields={fields} row={row} selection={selection} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function HeadCell({
  resource,
  field,
  control,
}: {
  resource: ResourceDefinition;
  field: FieldDefinition;
  control: ListControl;
}) {
  const catalogue = useCatalogue();
  const { state, change } = control;
  const current = sortOf(resource, state.sort).find((key) => key.field === field.name);
  const align = isNumeric(field) ? 'right' : 'left';
  const label = (
    <Tooltip title={field.description}>
      <span>{field.label}</span>
    </Tooltip>
  );
  if (!isSortable(resource, field.name, catalogue)) return <TableCell align={align}>{label}</TableCell>;
  const direction = current?.direction === 'DESC' ? 'desc' : 'asc';
  return (
    <TableCell align={align} sortDirection={current ? direction : false}>
      <TableSortLabel
        active={current !== undefined}
        direction={direction}
        onClick={(event) => change({ sort: nextSort(resource, state.sort, field.name, event.shiftKey) })}
      >
        {label}
      </TableSortLabel>
    </TableCell>
  );
}

interface ListRowProps extends Pick<ListTableProps, 'resource' | 'selection'> {
  readonly fields: readonly FieldDefinition[];
  readonly row: Row;
}

function ListRow({ resource, fields, row, selection }: ListRowProps) {
  const go = useGo();
  const to = paths.show(resource, row.id);
  const open = (event: MouseEvent) => {
    // A click beside the link opens the record too; a link, a button or a selection of text keeps its own meaning.
    const target = event.target as HTMLElement;
    if (target.closest('a, button, input, .MuiTableCell-paddingCheckbox') || window.getSelection()?.toString()) return;
    if (event.ctrlKey || event.metaKey) window.open(to, '_blank');
    else go(to);
  };
  return (
    <TableRow
      hover
      selected={selection?.ids.has(row.id) ?? false}
      onClick={open}
      sx={{ cursor: 'pointer', '&:last-child td': { border: 0 } }}
    >
      {selection && (
        <TableCell padding="checkbox" className="no-print">
          <SelectBox selection={selection} row={row} />
        </TableCell>
      )}
      {fields.map((field, index) => (
        <TableCell key={field.name} align={isNumeric(field) ? 'right' : 'left'} sx={cellStyle(field, row)}>
          {index === 0 ? (
            <FirstCell resource={resource} field={field} row={row} to={to} />
          ) : (
            <Value field={field} record={row} />
          )}
        </TableCell>
      ))}
    </TableRow>
  );
}

/** The first column carries the link to the record, so that the row can be reached with the keyboard. */
function FirstCell({
  resource,
  field,
  row,
  to,
}: {
  resource: ResourceDefinition;
  field: FieldDefinition;
  row: Row;
  to: string;
}) {
  const t = useTexts();
  const empty = row[field.name] === null || row[field.name] === undefined || row[field.name] === '';
  const label = String(row['_label'] ?? '') || resource.label;
  return (
    <>
      <RouterLink to={to} sx={{ fontWeight: 600 }} aria-label={empty ? t('list.open', { name: label }) : undefined}>
        <Value field={field} record={row} plain />
      </RouterLink>
      {row['active'] === false && <InactiveMark />}
    </>
  );
}
