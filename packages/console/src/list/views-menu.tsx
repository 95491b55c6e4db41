import ViewsIcon from '@mui/icons-material/BookmarkBorder';
import { Box, Button, Divider, ListItemText, ListSubheader, Menu, MenuItem } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useNotify } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { adviceKey } from '../data/graph-error.ts';
import { CHANGE_VIEW, isOwn, REMOVE_VIEW, runOnView, type SavedView } from '../data/saved-views.ts';
import { writeListState } from '../generator/list-state.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useSavedViews } from '../layout/use-saved-views.ts';
import type { ListControl } from './use-list-state.ts';

const SaveViewDialog = lazy(() => import('./save-view-dialog.tsx'));

interface ViewsMenuProps {
  readonly resource: ResourceDefinition;
  readonly control: ListControl;
}

/** The lists that somebody keeps: to open one, to keep the one in front, to take one's own away. */
export function ViewsMenu({ resource, control }: ViewsMenuProps) {
  const t = useTexts();
  const notify = useNotify();
  const [, setParams] = useSearchParams();
  const { views, enabled, refetch } = useSavedViews();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [saving, setSaving] = useState(false);
  if (!enabled) return null;
  const here = views.filter((view) => view.kind === 'LIST' && view.resource === resource.name);
  const state = stateOf(resource, control);
  const current = here.find((view) => view.state === state);
  const change = (mutation: string, input: Record<string, unknown>) => {
    runOnView(mutation, input).then(
      () => void refetch(),
      (error: unknown) => notify(adviceKey(error), { type: 'error' }),
    );
  };
  return (
    <>
      <Button
        color="secondary"
        variant="outlined"
        startIcon={<ViewsIcon />}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {current?.name ?? t('view.title')}
      </Button>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(undefined)}
        onClick={() => setAnchor(undefined)}
        slotProps={{ list: { dense: true } }}
      >
        {groupsOf(here).flatMap(([key, group]) => [
          <ListSubheader key={key} sx={{ lineHeight: 2.2, bgcolor: 'transparent' }}>
            {t(`view.${key}`)}
          </ListSubheader>,
          ...group.map((view) => (
            <MenuItem
              key={view.id}
              selected={view === current}
              onClick={() => setParams(new URLSearchParams(view.state))}
            >
              <ListItemText primary={view.name} secondary={remarks(view, t).join(' · ') || undefined} />
            </MenuItem>
          )),
        ])}
        {here.length > 0 && <Divider component="li" />}
        <MenuItem onClick={() => setSaving(true)}>{t('view.save')}</MenuItem>
        {current &&
          isOwn(current) && [
            <MenuItem
              key="default"
              onClick={() => change(CHANGE_VIEW, { savedViewId: current.id, isDefault: !current.isDefault })}
            >
              {t(current.isDefault ? 'view.notDefault' : 'view.makeDefault')}
            </MenuItem>,
            <MenuItem
              key="share"
              onClick={() => change(CHANGE_VIEW, { savedViewId: current.id, shared: !current.shared })}
            >
              {t(current.shared ? 'view.unshare' : 'view.share')}
            </MenuItem>,
            <MenuItem key="remove" onClick={() => change(REMOVE_VIEW, { savedViewId: current.id })}>
              <Box component="span" sx={{ color: 'error.main' }}>
                {t('view.remove', { name: current.name })}
              </Box>
            </MenuItem>,
          ]}
      </Menu>
      {saving && (
        <Suspense fallback={null}>
          <SaveViewDialog
            resource={resource}
            state={state}
            onClose={() => setSaving(false)}
            onSaved={() => void refetch()}
          />
        </Suspense>
      )}
    </>
  );
}

/** The list in front as its address says it, without the page. Columns remembered in this browser are said too. */
function stateOf(resource: ResourceDefinition, { state, columns }: ListControl): string {
  const usual = columns.join() === resource.columns.join();
  return writeListState({ ...state, page: 1, after: null, columns: usual ? [] : columns }).toString();
}

function groupsOf(views: readonly SavedView[]): [key: 'mine' | 'others', views: readonly SavedView[]][] {
  const groups: [key: 'mine' | 'others', views: readonly SavedView[]][] = [
    ['mine', views.filter(isOwn)],
    ['others', views.filter((view) => !isOwn(view))],
  ];
  return groups.filter(([, group]) => group.length > 0);
}

function remarks(view: SavedView, t: (key: string) => string): string[] {
  if (!isOwn(view)) return [view.owner?._label ?? ''].filter(Boolean);
  return [...(view.isDefault ? [t('view.default')] : []), ...(view.shared ? [t('view.shared')] : [])];
}
