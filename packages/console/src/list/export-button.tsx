import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { EXPORT_FORMATS, type ExportFormat } from '../exporting/formats.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useListQuery } from './use-list-rows.ts';
import type { ListControl } from './use-list-state.ts';

const ExportProgress = lazy(() => import('../exporting/export-progress.tsx'));

/** The whole filtered list as a file, with the chosen columns, written by the server. */
export function ExportButton({ resource, control }: { resource: ResourceDefinition; control: ListControl }) {
  const t = useTexts();
  const query = useListQuery(resource, control);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [format, setFormat] = useState<ExportFormat>();
  return (
    <>
      <Button
        color="secondary"
        variant="outlined"
        startIcon={<DownloadIcon />}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        disabled={format !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t(format ? 'list.exporting' : 'list.export')}
      </Button>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(undefined)}
        slotProps={{ list: { dense: true } }}
      >
        {EXPORT_FORMATS.map((each) => (
          <MenuItem
            key={each}
            onClick={() => {
              setAnchor(undefined);
              setFormat(each);
            }}
          >
            {t(`exporting.${each}`)}
          </MenuItem>
        ))}
      </Menu>
      {format && (
        <Suspense fallback={null}>
          <ExportProgress
            request={{ entity: resource.name, ...query }}
            format={format}
            onClose={() => setFormat(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
