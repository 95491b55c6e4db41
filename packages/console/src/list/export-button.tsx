import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { downloadCsv } from '../data/exports.ts';
import { adviceKey } from '../data/graph-error.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useListQuery } from './use-list-rows.ts';
import type { ListControl } from './use-list-state.ts';

/** The whole filtered list as CSV, with the chosen columns, written by the server. */
export function ExportButton({ resource, control }: { resource: ResourceDefinition; control: ListControl }) {
  const t = useTexts();
  const notify = useNotify();
  const query = useListQuery(resource, control);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await downloadCsv({ entity: resource.name, ...query }, `${resource.path}-${today()}.csv`);
    } catch (error) {
      notify(adviceKey(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      color="secondary"
      variant="outlined"
      startIcon={<DownloadIcon />}
      loading={busy}
      loadingPosition="start"
      onClick={() => void run()}
    >
      {t(busy ? 'list.exporting' : 'list.export')}
    </Button>
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
