import FilterIcon from '@mui/icons-material/FilterList';
import SearchIcon from '@mui/icons-material/Search';
import { Button, Collapse, FormControlLabel, InputAdornment, Stack, Switch, TextField } from '@mui/material';
import { lazy, Suspense, useEffect, useState } from 'react';
import { countConditions } from '../generator/filter-tree.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { ExportButton } from './export-button.tsx';
import type { ListControl } from './use-list-state.ts';
import { ViewsMenu } from './views-menu.tsx';

// Most lists are read without a filter of one's own.
const FilterPanel = lazy(() => import('./filter-panel.tsx'));

interface ListToolbarProps {
  readonly resource: ResourceDefinition;
  readonly control: ListControl;
}

export function ListToolbar({ resource, control }: ListToolbarProps) {
  const t = useTexts();
  const { state, change } = control;
  const count = countConditions(state.filter);
  const [open, setOpen] = useState(state.filter.items.length > 0);
  return (
    <div className="no-print">
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        {resource.searchable && <SearchField resource={resource} control={control} />}
        <Button
          color="secondary"
          variant={count > 0 ? 'contained' : 'outlined'}
          startIcon={<FilterIcon />}
          aria-expanded={open}
          aria-controls="list-filters"
          onClick={() => setOpen((current) => !current)}
        >
          {count > 0 ? t('list.filtersActive', { count }) : t('list.filters')}
        </Button>
        <ViewsMenu resource={resource} control={control} />
        <ColumnChooser resource={resource} control={control} />
        <ExportButton resource={resource} control={control} />
        {resource.deactivates && (
          <FormControlLabel
            sx={{ ml: 0.5 }}
            control={
              <Switch
                size="small"
                checked={state.includeInactive}
                onChange={(_event, includeInactive) => change({ includeInactive })}
              />
            }
            label={t('list.includeInactive')}
          />
        )}
      </Stack>
      <Collapse in={open} id="list-filters" unmountOnExit>
        <Suspense fallback={null}>
          <FilterPanel resource={resource} group={state.filter} onChange={(filter) => change({ filter })} />
        </Suspense>
      </Collapse>
    </div>
  );
}

const PAUSE_MS = 300;

function SearchField({ resource, control: { state, change } }: ListToolbarProps) {
  const t = useTexts();
  const [text, setText] = useState(state.search);
  useEffect(() => setText(state.search), [state.search]);
  useEffect(() => {
    if (text === state.search) return;
    const timer = setTimeout(() => change({ search: text }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, state.search, change]);
  const label = t('list.search', { name: resource.pluralLabel });
  return (
    <TextField
      type="search"
      value={text}
      onChange={(event) => setText(event.target.value)}
      placeholder={label}
      margin="none"
      sx={{ width: { xs: '100%', sm: 280 } }}
      slotProps={{
        htmlInput: { 'aria-label': label },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
