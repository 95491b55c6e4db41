import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, MenuItem, Stack, TextField } from '@mui/material';
import {
  choiceAt,
  conditionOn,
  type FilterGroup,
  type FilterItem,
  isGroup,
  type PathChoice,
  pathChoices,
} from '../generator/filter-tree.ts';
import type { Catalogue, ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ConditionEditor } from './condition-editor.tsx';

interface FilterGroupEditorProps {
  readonly resource: ResourceDefinition;
  readonly group: FilterGroup;
  readonly depth: number;
  readonly onChange: (group: FilterGroup) => void;
  readonly onRemove?: () => void;
}

const MAX_DEPTH = 2;

/** What is offered, and the longer paths that a link from an analysis came with. */
function choicesFor(resource: ResourceDefinition, { items }: FilterGroup, catalogue: Catalogue): PathChoice[] {
  const choices = new Map(pathChoices(resource, catalogue).map((choice) => [choice.path.join('.'), choice]));
  for (const item of items) {
    const path = isGroup(item) ? [] : item.path;
    const longer = choices.has(path.join('.')) ? undefined : choiceAt(resource, path, catalogue);
    if (longer) choices.set(path.join('.'), longer);
  }
  return [...choices.values()];
}

/** Conditions that all hold, or of which one holds; a group may stand inside another. */
export function FilterGroupEditor({ resource, group, depth, onChange, onRemove }: FilterGroupEditorProps) {
  const t = useTexts();
  const choices = choicesFor(resource, group, useCatalogue());
  const replace = (index: number, item: FilterItem) =>
    onChange({ ...group, items: group.items.map((one, at) => (at === index ? item : one)) });
  const remove = (index: number) => onChange({ ...group, items: group.items.filter((_one, at) => at !== index) });
  const add = (item: FilterItem) => onChange({ ...group, items: [...group.items, item] });
  const [first] = choices;
  if (!first) return null;
  return (
    <Box
      role="group"
      aria-label={t('list.filters')}
      sx={depth > 0 ? { borderLeft: 3, borderColor: 'divider', pl: 1.5, py: 0.5 } : undefined}
    >
      <JoinSelect group={group} onChange={onChange} onRemove={onRemove} shown={depth > 0 || group.items.length > 1} />
      <Stack sx={{ gap: 1.5, my: group.items.length > 0 ? 1.5 : 0 }}>
        {group.items.map((item, index) =>
          isGroup(item) ? (
            <FilterGroupEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: what stands in a row follows its value, whichever row it is.
              key={index}
              resource={resource}
              group={item}
              depth={depth + 1}
              onChange={(next) => replace(index, next)}
              onRemove={() => remove(index)}
            />
          ) : (
            <ConditionEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: what stands in a row follows its value, whichever row it is.
              key={index}
              choices={choices}
              condition={item}
              onChange={(next) => replace(index, next)}
              onRemove={() => remove(index)}
            />
          ),
        )}
      </Stack>
      <Button startIcon={<AddIcon />} onClick={() => add(conditionOn(first))}>
        {t('filter.addCondition')}
      </Button>
      {depth < MAX_DEPTH && (
        <Button
          startIcon={<AddIcon />}
          onClick={() => add({ join: depth % 2 === 0 ? 'or' : 'and', items: [conditionOn(first)] })}
        >
          {t('filter.addGroup')}
        </Button>
      )}
    </Box>
  );
}

interface JoinSelectProps extends Pick<FilterGroupEditorProps, 'group' | 'onChange' | 'onRemove'> {
  readonly shown: boolean;
}

function JoinSelect({ group, onChange, onRemove, shown }: JoinSelectProps) {
  const t = useTexts();
  if (!shown) return null;
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <span>{t('filter.join')}</span>
      <TextField
        select
        margin="none"
        fullWidth={false}
        value={group.join}
        onChange={({ target }) => onChange({ ...group, join: target.value === 'or' ? 'or' : 'and' })}
        slotProps={{ select: { SelectDisplayProps: { 'aria-label': t('filter.join') } } }}
      >
        <MenuItem value="and">{t('filter.and')}</MenuItem>
        <MenuItem value="or">{t('filter.or')}</MenuItem>
      </TextField>
      {onRemove && (
        <IconButton size="small" aria-label={t('filter.removeGroup')} onClick={onRemove}>
          <CloseIcon fontSize="small" />
        </IconButton>
      )}
    </Stack>
  );
}
