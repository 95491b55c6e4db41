import CloseIcon from '@mui/icons-material/Close';
import { Autocomplete, IconButton, MenuItem, Stack, TextField } from '@mui/material';
import { type Condition, conditionOn, type PathChoice, type Quantifier } from '../generator/filter-tree.ts';
import type { FilterOperator } from '../generator/meta.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { renderOptionGroup } from '../inputs/option-group.tsx';
import { ConditionValue } from './condition-value.tsx';
import { operatorLabelKey } from './operator-label.ts';

interface ConditionEditorProps {
  readonly choices: readonly PathChoice[];
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}

/** One comparison: field, operator, value. */
export function ConditionEditor({ choices, condition, onChange, onRemove }: ConditionEditorProps) {
  const t = useTexts();
  const choice = choices.find(({ path }) => path.join('.') === condition.path.join('.'));
  if (!choice) return null;
  return (
    <Stack direction="row" sx={{ columnGap: 1, rowGap: 1.5, flexWrap: 'wrap', alignItems: 'flex-start' }}>
      <FieldSelect choices={choices} choice={choice} onChange={(next) => onChange(conditionOn(next))} />
      {isThroughList(choices, condition) && <QuantifierSelect condition={condition} onChange={onChange} />}
      <OperatorSelect choice={choice} condition={condition} onChange={onChange} />
      <ConditionValue choice={choice} condition={condition} onChange={onChange} />
      <IconButton aria-label={t('filter.remove')} onClick={onRemove}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Stack>
  );
}

function FieldSelect({
  choices,
  choice,
  onChange,
}: {
  choices: readonly PathChoice[];
  choice: PathChoice;
  onChange: (choice: PathChoice) => void;
}) {
  const t = useTexts();
  return (
    <Autocomplete
      disableClearable
      options={[...choices]}
      value={choice}
      renderGroup={renderOptionGroup}
      groupBy={({ through }) => through || t('filter.own')}
      getOptionLabel={({ label, through }) => (through ? `${through}: ${label}` : label)}
      getOptionKey={({ path }) => path.join('.')}
      isOptionEqualToValue={(option, value) => option.path.join('.') === value.path.join('.')}
      onChange={(_event, next) => onChange(next)}
      noOptionsText={t('input.noOptions')}
      openText={t('input.open')}
      closeText={t('input.open')}
      sx={{ width: { xs: '100%', sm: 260 } }}
      renderInput={(params) => <TextField {...params} label={t('filter.field')} margin="none" />}
    />
  );
}

function OperatorSelect({
  choice,
  condition,
  onChange,
}: {
  choice: PathChoice;
  condition: Condition;
  onChange: (condition: Condition) => void;
}) {
  const t = useTexts();
  const change = (operator: FilterOperator) => {
    const many = operator === 'in' || operator === 'notIn';
    const wasMany = condition.operator === 'in' || condition.operator === 'notIn';
    const reset = many !== wasMany || operator === 'isNull' || condition.operator === 'isNull';
    onChange({ ...condition, operator, value: reset ? (operator === 'isNull' ? true : null) : condition.value });
  };
  return (
    <TextField
      select
      label={t('filter.operator')}
      margin="none"
      fullWidth={false}
      sx={{ minWidth: 150 }}
      value={condition.operator}
      onChange={({ target }) => change(target.value as FilterOperator)}
    >
      {choice.operators.map((operator) => (
        <MenuItem key={operator} value={operator}>
          {t(operatorLabelKey(operator, choice.field.kind))}
        </MenuItem>
      ))}
    </TextField>
  );
}

function QuantifierSelect({ condition, onChange }: { condition: Condition; onChange: (condition: Condition) => void }) {
  const t = useTexts();
  return (
    <TextField
      select
      label={t('filter.quantifier')}
      margin="none"
      fullWidth={false}
      sx={{ minWidth: 130 }}
      value={condition.quantifier ?? 'some'}
      onChange={({ target }) => onChange({ ...condition, quantifier: target.value as Quantifier })}
    >
      {(['some', 'none', 'every'] as const).map((quantifier) => (
        <MenuItem key={quantifier} value={quantifier}>
          {t(`filter.${quantifier}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function isThroughList(choices: readonly PathChoice[], { path }: Condition): boolean {
  if (path.length < 2) return false;
  return choices.some(
    (choice) => choice.path.length === 1 && choice.path[0] === path[0] && choice.field.kind === 'LIST',
  );
}
