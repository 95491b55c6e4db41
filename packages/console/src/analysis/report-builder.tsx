import FilterIcon from '@mui/icons-material/FilterList';
import { Autocomplete, Box, Button, Collapse, MenuItem, Paper, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { countConditions, fieldOnPath } from '../generator/filter-tree.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { type AnalysisKey, useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { renderOptionGroup } from '../inputs/option-group.tsx';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import FilterPanel from '../list/filter-panel.tsx';
import { measureChoices } from './choices.ts';
import { HavingEditor } from './having-editor.tsx';
import { KeysInput, useChoiceTexts } from './keys-input.tsx';
import { BUCKETS, CHARTS, measureText, orderText, type ReportOrder, TOPS } from './report-state.ts';
import type { ReportControl } from './use-report-state.ts';
import { measureName } from './use-report-words.ts';

export interface BuilderProps {
  readonly resource: ResourceDefinition;
  readonly control: ReportControl;
}

const WIDE = { width: { xs: '100%', sm: 360 } } as const;
const NARROW = { width: { xs: '100%', sm: 200 } } as const;

/** What a report is made of. Each change is asked at once. */
export function ReportBuilder({ resource, control }: BuilderProps) {
  const say = useAnalysisTexts();
  const { state, change } = control;
  const count = countConditions(state.filter) + state.having.length;
  const [open, setOpen] = useState(state.filter.items.length + state.having.length > 0);
  return (
    <Paper variant="outlined" className="no-print" sx={{ p: 1.5, mb: 2, display: 'grid', gap: 1.5 }}>
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap' }}>
        <KeysInput resource={resource} control={control} />
        <MeasuresInput resource={resource} control={control} />
      </Stack>
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
        <SpanSelects resource={resource} control={control} />
        <OrderSelect resource={resource} control={control} />
        <TextField
          select
          margin="none"
          label={say('top')}
          value={state.top}
          onChange={({ target }) => change({ top: Number(target.value) })}
          sx={NARROW}
        >
          {TOPS.map((top) => (
            <MenuItem key={top} value={top}>
              {top}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          margin="none"
          label={say('chart')}
          value={state.chart}
          onChange={({ target }) => change({ chart: CHARTS.find((chart) => chart === target.value) ?? 'table' })}
          sx={NARROW}
        >
          {CHARTS.map((chart) => (
            <MenuItem key={chart} value={chart}>
              {say(`chart.${chart}`)}
            </MenuItem>
          ))}
        </TextField>
        <Button
          color="secondary"
          variant={count > 0 ? 'contained' : 'outlined'}
          startIcon={<FilterIcon />}
          aria-expanded={open}
          aria-controls="report-conditions"
          onClick={() => setOpen((current) => !current)}
        >
          {count > 0 ? say('conditionsActive', { count }) : say('conditions')}
        </Button>
      </Stack>
      <Collapse in={open} id="report-conditions" unmountOnExit>
        <FilterPanel resource={resource} group={state.filter} onChange={(filter) => change({ filter })} />
        <HavingEditor resource={resource} control={control} />
      </Collapse>
    </Paper>
  );
}

function MeasuresInput({ resource, control: { state, change } }: BuilderProps) {
  const say = useAnalysisTexts();
  const texts = useChoiceTexts();
  return (
    <Autocomplete
      multiple
      options={measureChoices(resource)}
      value={[...state.show]}
      getOptionLabel={(measure) => measureName({ resource }, measure, say)}
      getOptionKey={measureText}
      isOptionEqualToValue={(option, value) => measureText(option) === measureText(value)}
      onChange={(_event, show) => change({ show })}
      {...texts}
      sx={WIDE}
      renderInput={(params) => <TextField {...params} label={say('show')} margin="none" />}
    />
  );
}

/** For each key that is a day, the span that days are put together by; for instants, whose clocks decide. */
function SpanSelects({ resource, control: { state, change } }: BuilderProps) {
  const say = useAnalysisTexts();
  const texts = useChoiceTexts();
  const catalogue = useCatalogue();
  const days = state.by.flatMap((key) => {
    const field = fieldOnPath(resource, key.path, catalogue);
    return key.bucket && field ? [{ key, field }] : [];
  });
  return (
    <>
      {days.map(({ key, field }) => (
        <TextField
          key={key.path.join('.')}
          select
          margin="none"
          label={say('spanOf', { name: field.label })}
          value={key.bucket}
          onChange={({ target }) => {
            const bucket = BUCKETS.find((each) => each === target.value) ?? 'MONTH';
            change({ by: state.by.map((each) => (each === key ? { ...key, bucket } : each)) });
          }}
          sx={NARROW}
        >
          {BUCKETS.map((bucket) => (
            <MenuItem key={bucket} value={bucket}>
              {say(`span.${bucket}`)}
            </MenuItem>
          ))}
        </TextField>
      ))}
      {days.some(({ field }) => field.kind === 'INSTANT') && (
        <Autocomplete
          freeSolo
          autoSelect
          options={Intl.supportedValuesOf('timeZone')}
          value={state.zone}
          onChange={(_event, zone) => change({ zone: zone ?? 'UTC' })}
          {...texts}
          sx={NARROW}
          renderInput={(params) => <TextField {...params} label={say('zone')} margin="none" />}
        />
      )}
    </>
  );
}

function OrderSelect({ resource, control: { state, change } }: BuilderProps) {
  const say = useAnalysisTexts();
  const catalogue = useCatalogue();
  const orders: { order: ReportOrder; name: string }[] = [
    ...state.show.map((by) => ({ by, name: measureName({ resource }, by, say) })),
    ...state.by.map((by) => ({ by, name: fieldOnPath(resource, by.path, catalogue)?.label ?? '' })),
  ].flatMap(({ by, name }) => [true, false].map((descending) => ({ order: { by, descending }, name })));
  return (
    <TextField
      select
      margin="none"
      label={say('order')}
      value={state.order ? orderText(state.order) : 'keys'}
      onChange={({ target }) =>
        change({ order: orders.find(({ order }) => orderText(order) === target.value)?.order ?? null })
      }
      sx={{ width: { xs: '100%', sm: 260 } }}
    >
      <MenuItem value="keys">{say('orderByKeys')}</MenuItem>
      {orders.map(({ order, name }) => {
        const key: AnalysisKey = order.descending ? 'descending' : 'ascending';
        return (
          <MenuItem key={orderText(order)} value={orderText(order)}>
            {say(key, { name })}
          </MenuItem>
        );
      })}
    </TextField>
  );
}

/** The entity that a report is about. */
export function EntitySelect({
  resources,
  value,
  onChange,
}: {
  readonly resources: readonly ResourceDefinition[];
  readonly value: ResourceDefinition | null;
  readonly onChange: (resource: ResourceDefinition) => void;
}) {
  const say = useAnalysisTexts();
  const texts = useChoiceTexts();
  return (
    <Box sx={WIDE}>
      <Autocomplete
        options={resources}
        value={value}
        renderGroup={renderOptionGroup}
        groupBy={({ domainLabel }) => domainLabel}
        getOptionLabel={({ pluralLabel }) => pluralLabel}
        getOptionKey={({ name }) => name}
        onChange={(_event, next) => next && onChange(next)}
        {...texts}
        renderInput={(params) => <TextField {...params} label={say('entity')} margin="none" />}
      />
    </Box>
  );
}
