import CloseIcon from '@mui/icons-material/Close';
import MoreIcon from '@mui/icons-material/MoreVert';
import { Box, Button, IconButton, Menu, MenuItem, Paper, useMediaQuery, useTheme } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import type { Row } from '../values/value.tsx';
import { type BulkAction, type BulkRow, commonActions } from './bulk-action.ts';
import { useBulkRows } from './use-bulk-rows.ts';
import type { Selection } from './use-selection.ts';

const BulkDialog = lazy(() => import('./bulk-dialog.tsx'));

interface SelectionBarProps {
  readonly resource: ResourceDefinition;
  readonly rows: readonly Row[];
  readonly selection: Selection;
}

interface Begun {
  readonly action: BulkAction;
  readonly rows: readonly BulkRow[];
}

/** How many records are selected, and what all of them offer. Stays in sight below the list while something is selected. */
export function SelectionBar({ resource, rows, selection }: SelectionBarProps) {
  const t = useTexts();
  const locale = useReaderLocale();
  const count = selection.rows.length;
  const { data: rights } = useBulkRows(resource, rows, count > 0);
  const [begun, setBegun] = useState<Begun>();
  const chosen = selection.rows.flatMap(({ id }) => rights?.get(id) ?? []);
  const actions = commonActions(resource, chosen, t);
  const close = (left: readonly string[]) => {
    setBegun(undefined);
    selection.choose(left);
  };
  return (
    <>
      {count > 0 && (
        <Paper
          component="section"
          aria-label={t('bulk.title')}
          elevation={6}
          className="no-print"
          sx={{
            position: 'sticky',
            bottom: { xs: 8, sm: 16 },
            zIndex: 'appBar',
            mt: 1,
            px: 1.5,
            py: 1,
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 1,
            border: 1,
            borderColor: 'divider',
          }}
        >
          <IconButton size="small" aria-label={t('bulk.clear')} onClick={() => selection.choose([])}>
            <CloseIcon fontSize="small" />
          </IconButton>
          <Box component="span" role="status" sx={{ fontWeight: 650, mr: 'auto' }}>
            {t('bulk.selected', { smart_count: count, count: count.toLocaleString(locale) })}
          </Box>
          {rights && actions.length === 0 && (
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {t('bulk.nothing')}
            </Box>
          )}
          <ActionButtons actions={actions} onBegin={(action) => setBegun({ action, rows: chosen })} />
        </Paper>
      )}
      {begun && (
        <Suspense fallback={null}>
          <BulkDialog action={begun.action} rows={begun.rows} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

interface ActionButtonsProps {
  readonly actions: readonly BulkAction[];
  readonly onBegin: (action: BulkAction) => void;
}

/** Buttons for what there is room for, and a menu for the rest. */
function ActionButtons({ actions, onBegin }: ActionButtonsProps) {
  const t = useTexts();
  const room = useMediaQuery(useTheme().breakpoints.down('sm')) ? 1 : 3;
  const [anchor, setAnchor] = useState<HTMLElement>();
  // A menu for a single entry is a detour.
  const shown = actions.length === room + 1 ? actions : actions.slice(0, room);
  const rest = actions.slice(shown.length);
  const colour = ({ destructive }: BulkAction) => (destructive ? 'error' : 'primary');
  return (
    <>
      {shown.map((action) => (
        <Button key={action.name} variant="outlined" color={colour(action)} onClick={() => onBegin(action)}>
          {action.label}
        </Button>
      ))}
      {rest.length > 0 && (
        <Button
          variant="outlined"
          color="secondary"
          endIcon={<MoreIcon />}
          aria-haspopup="menu"
          aria-expanded={Boolean(anchor)}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          {t('record.more')}
        </Button>
      )}
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(undefined)}>
        {rest.map((action) => (
          <MenuItem
            key={action.name}
            sx={{ color: action.destructive ? 'error.main' : undefined }}
            onClick={() => {
              setAnchor(undefined);
              onBegin(action);
            }}
          >
            {action.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
