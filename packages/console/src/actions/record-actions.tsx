import MoreIcon from '@mui/icons-material/MoreVert';
import { Button, Menu, MenuItem } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router-dom';
import type { MetaAction } from '../generator/meta.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../layout/paths.ts';
import type { GraphRecord } from '../record/use-record.ts';
import { hasOwnPage, inOrder } from './action-input.ts';

const ActionDialog = lazy(() => import('./action-dialog.tsx'));

const SHOWN = 2;

interface RecordActionsProps {
  readonly resource: ResourceDefinition;
  readonly record?: GraphRecord;
  readonly actions: readonly MetaAction[];
  /** Whether the first of them is the page's main button. */
  readonly primary: boolean;
}

/** Buttons for what can be done now. What is hard to take back stands last; what does not fit, in a menu. */
export function RecordActions({ resource, record, actions, primary }: RecordActionsProps) {
  const t = useTexts();
  const [open, setOpen] = useState<MetaAction>();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const ordered = inOrder(actions, resource, primary && record !== undefined);
  // A menu for a single entry is a detour.
  const shown = ordered.length === SHOWN + 1 ? ordered : ordered.slice(0, SHOWN);
  const rest = ordered.slice(shown.length);
  // What asks for much has a page, and is a link to it.
  const begin = (action: MetaAction) =>
    hasOwnPage(resource, action)
      ? { component: Link, to: paths.action(resource, action.name, record?.id) }
      : { onClick: () => setOpen(action) };
  return (
    <>
      {shown.map((action, index) => (
        <Button
          key={action.name}
          variant={primary && index === 0 ? 'contained' : 'outlined'}
          color={action.destructive ? 'error' : 'primary'}
          {...begin(action)}
        >
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
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(undefined)}
        onClick={() => setAnchor(undefined)}
      >
        {rest.map((action) => (
          <MenuItem key={action.name} {...begin(action)} sx={{ color: action.destructive ? 'error.main' : undefined }}>
            {action.label}
          </MenuItem>
        ))}
      </Menu>
      {open && (
        <Suspense fallback={null}>
          <ActionDialog resource={resource} record={record} action={open} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}
