import DownIcon from '@mui/icons-material/ArrowDownward';
import UpIcon from '@mui/icons-material/ArrowUpward';
import ColumnsIcon from '@mui/icons-material/ViewColumnOutlined';
import { Box, Button, Checkbox, FormControlLabel, IconButton, Popover } from '@mui/material';
import { useState } from 'react';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import type { ListControl } from './use-list-state.ts';

interface ColumnChooserProps {
  readonly resource: ResourceDefinition;
  readonly control: ListControl;
}

/** Which columns the list shows, and in which order. */
export function ColumnChooser({ resource, control }: ColumnChooserProps) {
  const t = useTexts();
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <Button
        color="secondary"
        variant="outlined"
        startIcon={<ColumnsIcon />}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('list.columns')}
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': t('list.columns'), sx: { p: 1.5, maxHeight: '70vh', minWidth: 280 } },
        }}
      >
        <Choices resource={resource} control={control} />
      </Popover>
    </>
  );
}

function Choices({ resource, control: { columns, chooseColumns } }: ColumnChooserProps) {
  const t = useTexts();
  const others = resource.columnChoices.filter((name) => !columns.includes(name));
  const move = (index: number, by: number) => {
    const next = [...columns];
    const [moved] = next.splice(index, 1);
    if (moved !== undefined) next.splice(index + by, 0, moved);
    chooseColumns(next);
  };
  const toggle = (name: string) =>
    chooseColumns(columns.includes(name) ? columns.filter((one) => one !== name) : [...columns, name]);
  const label = (name: string) => resource.fieldByName.get(name)?.label ?? name;
  return (
    <>
      {[...columns, ...others].map((name, index) => (
        <Box key={name} sx={{ display: 'flex', alignItems: 'center' }}>
          <FormControlLabel
            sx={{ flex: 1 }}
            control={
              <Checkbox
                size="small"
                checked={columns.includes(name)}
                disabled={columns.length === 1 && columns.includes(name)}
                onChange={() => toggle(name)}
              />
            }
            label={label(name)}
          />
          {index < columns.length && (
            <>
              <IconButton
                size="small"
                disabled={index === 0}
                aria-label={t('list.moveUp', { name: label(name) })}
                onClick={() => move(index, -1)}
              >
                <UpIcon fontSize="small" />
              </IconButton>
              <IconButton
                size="small"
                disabled={index === columns.length - 1}
                aria-label={t('list.moveDown', { name: label(name) })}
                onClick={() => move(index, 1)}
              >
                <DownIcon fontSize="small" />
              </IconButton>
            </>
          )}
        </Box>
      ))}
      <Button onClick={() => chooseColumns(resource.columns)} sx={{ mt: 1 }}>
        {t('list.resetColumns')}
      </Button>
    </>
  );
}
