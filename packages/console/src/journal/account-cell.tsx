import { Autocomplete, Box, TextField } from '@mui/material';
import { flushSync } from 'react-dom';
import { type AccountChoice, searchAccounts } from './account-search.ts';

interface AccountCellProps {
  readonly accounts: readonly AccountChoice[];
  /** Number of the account; empty where none was chosen. */
  readonly value: string;
  /** Told the number, and whether the cursor had left the field already. */
  readonly onChange: (code: string, left: boolean) => void;
  readonly label: string;
  readonly fault: string | undefined;
  readonly noHits: string;
  readonly inputId: string;
}

/** An account by its number or by words of its name. Leaving the field takes what is marked, so that typing flows. */
export function AccountCell({ accounts, value, onChange, label, fault, noHits, inputId }: AccountCellProps) {
  const chosen = accounts.find(({ code }) => code === value) ?? null;
  return (
    <Autocomplete<AccountChoice>
      id={inputId}
      options={accounts as AccountChoice[]}
      value={chosen}
      autoHighlight
      autoSelect
      selectOnFocus
      clearOnBlur
      forcePopupIcon={false}
      noOptionsText={noHits}
      getOptionLabel={({ code, name }) => `${code} ${name}`}
      isOptionEqualToValue={(option, other) => option.code === other.code}
      filterOptions={(options, { inputValue }) => [...searchAccounts(options, inputValue)]}
      // At once, as the next field may be one that the account asks for.
      onChange={(_event, account, reason) => flushSync(() => onChange(account?.code ?? '', reason === 'blur'))}
      slotProps={{ popper: { style: { width: 'max-content', minWidth: 320 }, placement: 'bottom-start' } }}
      renderOption={({ key, ...props }, { code, name }) => (
        <Box component="li" key={key} {...props} sx={{ gap: 1.5 }}>
          <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600, minWidth: 48 }}>
            {code}
          </Box>
          {name}
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          hiddenLabel
          margin="none"
          size="small"
          error={fault !== undefined}
          helperText={fault}
          slotProps={{
            htmlInput: { ...params.inputProps, 'aria-label': label, 'data-column': 'account' },
          }}
        />
      )}
    />
  );
}
