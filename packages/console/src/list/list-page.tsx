import AddIcon from '@mui/icons-material/Add';
import { Alert, Box, Button, LinearProgress, useMediaQuery, useTheme } from '@mui/material';
import { lazy, Suspense, useEffect } from 'react';
import { Link, Navigate, useLocation, useSearchParams } from 'react-router-dom';
import { hasOwnPage } from '../actions/action-input.ts';
import { RecordActions } from '../actions/record-actions.tsx';
import { hasBulkActions } from '../bulk/bulk-action.ts';
import { SelectionBar } from '../bulk/selection-bar.tsx';
import { useSelection } from '../bulk/use-selection.ts';
import { countConditions } from '../generator/filter-tree.ts';
import { emptyListState } from '../generator/list-state.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { ErrorNote } from '../layout/error-note.tsx';
import { rememberList } from '../layout/last-list.ts';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { paths } from '../layout/paths.ts';
import { SlotView } from '../layout/slot-view.tsx';
import type { ResourcePageProps } from '../resource-pages.tsx';
import { ListCards } from './list-cards.tsx';
import { ListPager } from './list-pager.tsx';
import { ListTable } from './list-table.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import { useListRows } from './use-list-rows.ts';
import { useListState } from './use-list-state.ts';
import { useOpeningView } from './use-opening-view.ts';

const ActionDialog = lazy(() => import('../actions/action-dialog.tsx'));

export default function ListPage({ resource }: ResourcePageProps) {
  return useOpeningView(resource) ? <List resource={resource} /> : <PageLoading />;
}

function List({ resource }: ResourcePageProps) {
  const t = useTexts();
  const control = useListState(resource);
  const list = useListRows(resource, control);
  const phone = useMediaQuery(useTheme().breakpoints.down('sm'));
  const chosen = useSelection(list.rows, control);
  const selection = hasBulkActions(resource) ? chosen : undefined;
  const { dropped } = control.state;
  const { search } = useLocation();
  useEffect(() => rememberList(resource, search.slice(1)), [resource, search]);
  const aside = resource.patch?.listAside;
  return (
    <Page title={resource.pluralLabel} subtitle={<Total list={list} />} actions={<NewButtons resource={resource} />}>
      <ListToolbar resource={resource} control={control} />
      {dropped > 0 && (
        <Alert severity="warning" sx={{ my: 1 }}>
          {t('list.dropped', { smart_count: dropped })}
        </Alert>
      )}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && !list.error && <PageLoading />}
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 0 }} aria-busy={list.isFetching}>
          <Box sx={{ height: 3 }}>
            {list.isFetching && !list.isPending && <LinearProgress aria-label={t('app.loading')} sx={{ height: 3 }} />}
          </Box>
          {list.rows.length > 0 && phone && (
            <ListCards resource={resource} columns={control.columns} rows={list.rows} selection={selection} />
          )}
          {list.rows.length > 0 && !phone && (
            <ListTable resource={resource} control={control} rows={list.rows} selection={selection} />
          )}
          {!list.isPending && !list.error && list.rows.length === 0 && <Nothing control={control} />}
          <ListPager control={control} list={list} />
          {selection && <SelectionBar resource={resource} rows={list.rows} selection={selection} />}
        </Box>
        {aside && <SlotView slot={aside} />}
      </Box>
    </Page>
  );
}

function Total({ list }: { list: ReturnType<typeof useListRows> }) {
  const t = useTexts();
  const locale = useReaderLocale();
  // Kept from jumping: the line is there before the number is.
  if (list.total === undefined) return <span>&nbsp;</span>;
  const count = list.total.toLocaleString(locale);
  return (
    <span role="status">
      {list.isExact ? t('list.total', { smart_count: list.total, count }) : t('list.atLeast', { count })}
    </span>
  );
}

function NewButtons({ resource }: { resource: ResourceDefinition }) {
  const t = useTexts();
  return (
    <>
      {resource.importable && (
        <Button component={Link} to={paths.import(resource)} variant="outlined" color="secondary">
          {t('import.title')}
        </Button>
      )}
      {resource.patch?.listButton && <SlotView slot={resource.patch.listButton} />}
      <RecordActions resource={resource} actions={resource.listActions} primary={!resource.create} />
      <AddressedAction resource={resource} />
      {resource.create && (
        <Button component={Link} to={paths.create(resource)} variant="contained" startIcon={<AddIcon />}>
          {t('list.new')}
        </Button>
      )}
    </>
  );
}

/** An address may open the dialog of an action, as the palette does. */
function AddressedAction({ resource }: { resource: ResourceDefinition }) {
  const [params, setParams] = useSearchParams();
  const action = resource.listActions.find(({ name }) => name === params.get('action'));
  if (!action) return null;
  if (hasOwnPage(resource, action)) return <Navigate to={paths.action(resource, action.name)} replace />;
  const close = () => {
    const rest = new URLSearchParams(params);
    rest.delete('action');
    setParams(rest, { replace: true });
  };
  return (
    <Suspense fallback={null}>
      <ActionDialog resource={resource} action={action} onClose={close} />
    </Suspense>
  );
}

function Nothing({ control: { state, change } }: { control: ReturnType<typeof useListState> }) {
  const t = useTexts();
  const filtered = state.search !== '' || countConditions(state.filter) > 0;
  return (
    <Box sx={{ py: 6, textAlign: 'center', color: 'text.secondary' }}>
      <p>{t(filtered ? 'list.emptyFiltered' : 'list.empty')}</p>
      {filtered && (
        <Button variant="outlined" onClick={() => change({ search: '', filter: emptyListState().filter })}>
          {t('list.clear')}
        </Button>
      )}
    </Box>
  );
}
