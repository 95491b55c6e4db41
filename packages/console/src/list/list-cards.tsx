import { Box, Paper } from '@mui/material';
import { SelectBox } from '../bulk/select-box.tsx';
import type { Selection } from '../bulk/use-selection.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { type Row, Value } from '../values/value.tsx';
import { InactiveMark } from './inactive-mark.tsx';

interface ListCardsProps {
  readonly resource: ResourceDefinition;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** What is selected, where there is something to do with it. */
  readonly selection?: Selection | undefined;
}

/** The list on a phone: one card for each record, with the same columns. */
export function ListCards({ resource, columns, rows, selection }: ListCardsProps) {
  const fields = columns.flatMap((name) => resource.fieldByName.get(name) ?? []);
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {rows.map((row) => (
        <Paper component="li" variant="outlined" key={row.id} sx={{ p: 1.5 }}>
          {selection && (
            <Box sx={{ float: 'right', mt: -0.5, mr: -0.5 }}>
              <SelectBox selection={selection} row={row} />
            </Box>
          )}
          <RouterLink
            to={paths.show(resource, row.id)}
            sx={{ fontWeight: 650, fontSize: '1rem', display: 'inline-block', minHeight: 24 }}
          >
            {String(row['_label'] ?? '') || resource.label}
          </RouterLink>
          {row['active'] === false && <InactiveMark />}
          <Box
            component="dl"
            sx={{
              m: 0,
              mt: 0.75,
              display: 'grid',
              gridTemplateColumns: 'minmax(90px, 38%) 1fr',
              rowGap: 0.375,
              columnGap: 1,
              alignItems: 'baseline',
            }}
          >
            {fields
              .filter(({ name }) => row[name] !== null && row[name] !== '' && !resource.labelPaths.includes(name))
              .map((field) => (
                <Box key={field.name} sx={{ display: 'contents' }}>
                  <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
                    {field.label}
                  </Box>
                  <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
                    <Value field={field} record={row} />
                  </Box>
                </Box>
              ))}
          </Box>
        </Paper>
      ))}
    </Box>
  );
}
