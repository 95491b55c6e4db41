import ThroughIcon from '@mui/icons-material/AccountTreeOutlined';
import { Autocomplete, Button, Stack, TextField } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { renderOptionGroup } from '../inputs/option-group.tsx';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { type KeyChoice, keyChoiceAt, keyChoices, keyOf } from './choices.ts';
import { KEYS_AT_MOST } from './report-state.ts';
import type { ReportControl } from './use-report-state.ts';

const ThroughDialog = lazy(() => import('./through-dialog.tsx'));

/** An input of several choices says in the reader's language what its buttons do. */
export function useChoiceTexts() {
  const t = useTexts();
  return { noOptionsText: t('input.noOptions'), openText: t('input.open'), closeText: t('input.open') };
}

interface KeysInputProps {
  readonly resource: ResourceDefinition;
  readonly control: ReportControl;
}

/** What sets groups apart: fields near by in one list, and those further away through one record after the other. */
export function KeysInput({ resource, control: { state, change } }: KeysInputProps) {
  const say = useAnalysisTexts();
  const texts = useChoiceTexts();
  const catalogue = useCatalogue();
  const [through, goThrough] = useState(false);
  const choices = keyChoices(resource, catalogue);
  const chosen = state.by.flatMap(
    ({ path }) =>
      choices.find((choice) => choice.path.join('.') === path.join('.')) ??
      keyChoiceAt(resource, path, catalogue) ??
      [],
  );
  const choose = (next: readonly KeyChoice[]) =>
    change({
      by: next.map((choice) => state.by.find(({ path }) => path.join('.') === choice.path.join('.')) ?? keyOf(choice)),
    });
  const isFull = state.by.length >= KEYS_AT_MOST;
  return (
    <Stack sx={{ width: { xs: '100%', sm: 360 }, alignItems: 'flex-start' }}>
      <Autocomplete
        multiple
        fullWidth
        options={choices}
        value={chosen}
        getOptionDisabled={() => isFull}
        renderGroup={renderOptionGroup}
        groupBy={({ through: way }) => way || say('own')}
        getOptionLabel={({ label, through: way }) => (way ? `${way}: ${label}` : label)}
        getOptionKey={({ path }) => path.join('.')}
        isOptionEqualToValue={(option, value) => option.path.join('.') === value.path.join('.')}
        onChange={(_event, next) => choose(next)}
        {...texts}
        renderInput={(params) => <TextField {...params} label={say('by')} margin="none" />}
      />
      <Button
        size="small"
        color="secondary"
        startIcon={<ThroughIcon />}
        disabled={isFull}
        onClick={() => goThrough(true)}
      >
        {say('through')}
      </Button>
      {through && (
        <Suspense>
          <ThroughDialog
            resource={resource}
            chosen={chosen}
            choose={(choice) => choose([...chosen, choice])}
            onClose={() => goThrough(false)}
          />
        </Suspense>
      )}
    </Stack>
  );
}
