import {
  Box,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { useMemo } from 'react';
import { type RaRecord, useGetManyReference } from 'react-admin';
import { encodeFilter } from '../generator/filter-url.ts';
import { sortOf, toOrderBy } from '../generator/order.ts';
import type { RelatedList, ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { ListCards } from '../list/list-cards.tsx';
import { cellStyle } from '../values/cell-style.ts';
import { isNumeric, type Row, Value } from '../values/value.tsx';

const SHOWN_AT_MOST = 25;

interface RelatedRecordsProps {
  readonly related: RelatedList;
  readonly record: Row;
}

/** Records that point at this one, fetched when their tab is opened. More of them are on their own list, filtered. */
export default function RelatedRecords({ related, record }: RelatedRecordsProps) {
  const t = useTexts();
  const catalogue = useCatalogue();
  const phone = useMediaQuery(useTheme().breakpoints.down('sm'));
  const target = catalogue.byName.get(related.target);
  const columns = (target?.columns ?? []).filter((name) => name !== related.backReference);
  const orderBy = useMemo(() => (target ? newestFirst(target, catalogue) : []), [target, catalogue]);
  const { data, total, error, isPending, refetch } = useGetManyReference<RaRecord & Row>(related.target, {
    target: related.backReference,
    id: record.id,
    pagination: { page: 1, perPage: SHOWN_AT_MOST },
    sort: { field: 'id', order: 'DESC' },
    meta: { columns, orderBy },
  });
  if (!target) return null;
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  if (!data || data.length === 0) return <Box sx={{ color: 'text.secondary', py: 2 }}>{t('list.empty')}</Box>;
  return (
    <>
      {phone ? (
        <ListCards resource={target} columns={columns} rows={data} />
      ) : (
        <RelatedTable target={target} columns={columns} rows={data} />
      )}
      <Box sx={{ mt: 1 }}>
        <RouterLink to={filteredList(target, related.backReference, record.id)}>
          {t('record.showAll')} ({total})
        </RouterLink>
      </Box>
    </>
  );
}

/** Rows of another entity, each with a way to its page. */
export function RelatedTable({
  target,
  columns,
  rows,
}: {
  target: ResourceDefinition;
  columns: readonly string[];
  rows: readonly Row[];
}) {
  const fields = columns.flatMap((name) => target.fieldByName.get(name) ?? []);
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={target.pluralLabel}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {fields.map((field) => (
              <TableCell key={field.name} align={isNumeric(field) ? 'right' : 'left'}>
                {field.label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id} hover>
              {fields.map((field, index) => (
                <TableCell key={field.name} align={isNumeric(field) ? 'right' : 'left'} sx={cellStyle(field, row)}>
                  {index === 0 ? (
                    <RouterLink to={paths.show(target, row.id)}>
                      <Value field={field} record={row} plain />
                    </RouterLink>
                  ) : (
                    <Value field={field} record={row} />
                  )}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

/** Dated rows are a history: the newest is what one looks for. */
function newestFirst(target: ResourceDefinition, catalogue: ReturnType<typeof useCatalogue>) {
  const opening = sortOf(target, []);
  if (opening.length > 0) return toOrderBy(target, opening, catalogue);
  const dated = ['startOn', 'startAt', 'fromAt', 'createdAt'].find((name) => target.fieldByName.get(name)?.sortable);
  return dated ? toOrderBy(target, [{ field: dated, direction: 'DESC' }], catalogue) : [];
}

function filteredList(target: ResourceDefinition, backReference: string, id: string): string {
  const filter = encodeFilter({ join: 'and', items: [{ path: [backReference], operator: 'eq', value: id }] });
  return `${paths.list(target)}?${new URLSearchParams({ filter }).toString()}`;
}
