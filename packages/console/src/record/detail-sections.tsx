import { Box, Paper, Typography } from '@mui/material';
import type { FieldDefinition, ResourceDefinition, Section } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { type Row, Value } from '../values/value.tsx';

/** Fields that say nothing on a page which already says whose record it is. */
const TECHNICAL = new Set(['id', 'version', 'active']);

/** The values of a record, in its sections. */
export function DetailSections({ resource, record }: { resource: ResourceDefinition; record: Row }) {
  return (
    <Box sx={{ columnCount: { xs: 1, lg: Math.min(2, resource.showSections.length) }, columnGap: 2 }}>
      {resource.showSections.map((section) => (
        <SectionCard key={section.key} section={section} record={record} />
      ))}
    </Box>
  );
}

function SectionCard({ section, record }: { section: Section; record: Row }) {
  const t = useTexts();
  const fields = section.fields.filter(({ name }) => !TECHNICAL.has(name));
  if (fields.length === 0) return null;
  return (
    <Paper variant="outlined" component="section" sx={{ p: 2, mb: 2, breakInside: 'avoid' }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t(`section.${section.key}`)}
      </Typography>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'minmax(140px, 34%) 1fr' }, columnGap: 2 }}
      >
        {fields.map((field) => (
          <Pair key={field.name} field={field} record={record} />
        ))}
      </Box>
    </Paper>
  );
}

function Pair({ field, record }: { field: FieldDefinition; record: Row }) {
  return (
    <>
      <Box component="dt" title={field.description} sx={{ color: 'text.secondary', pt: 0.75, fontSize: '0.875rem' }}>
        {field.label}
      </Box>
      <Box
        component="dd"
        sx={{ m: 0, pt: { xs: 0, sm: 0.75 }, pb: 0.5, minWidth: 0, fontSize: '0.9rem', overflowWrap: 'anywhere' }}
      >
        <Value field={field} record={record} />
      </Box>
    </>
  );
}
