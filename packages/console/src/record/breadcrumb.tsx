import { Box } from '@mui/material';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { lastList } from '../layout/last-list.ts';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';

interface BreadcrumbProps {
  readonly resource: ResourceDefinition;
  readonly record?: { readonly id: string; readonly label: string };
}

/** The way back: to the list as it was left, and from an edit page to the record. */
export function Breadcrumb({ resource, record }: BreadcrumbProps) {
  const t = useTexts();
  return (
    <Box component="nav" aria-label={t('app.back')} className="no-print" sx={{ mb: 0.5, fontSize: '0.875rem' }}>
      <RouterLink to={lastList(resource)}>{resource.pluralLabel}</RouterLink>
      {record && (
        <>
          {' / '}
          <RouterLink to={paths.show(resource, record.id)}>{record.label}</RouterLink>
        </>
      )}
    </Box>
  );
}
