import { Autocomplete, Box, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import { ask } from '../data/graph-client.ts';

interface PartyChoice {
  readonly code: string;
  readonly name: string;
}

export const BOOK_PARTIES = `query BookParties($company: ID!, $search: String) {
  parties(first: 12, search: $search, orderBy: [{ code: { direction: ASC } }], where: { company: { is: { id: { eq: $company } } } }) {
    nodes { code name }
  }
}`;

interface PartyCellProps {
  readonly companyId: string;
  /** Number of the business partner; empty where none was chosen. */
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly label: string;
  readonly fault: string | undefined;
  readonly inputId: string;
  /** Whether the cursor goes here when the cell appears: the account that asks for it was chosen a moment ago. */
  readonly takesCursor: boolean;
}

const labelOf = (choice: PartyChoice | string): string =>
  typeof choice === 'string' ? choice : `${choice.code} ${choice.name}`;

/**
 * A customer or supplier by number or name. Leaving the field takes what is marked; a number that was typed faster than it
 * was found is taken as it stands, and the graph says whether there is such a one.
 */
export function PartyCell({ companyId, value, onChange, label, fault, inputId, takesCursor }: PartyCellProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<PartyChoice | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const found = useParties(companyId, typed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it appears, and never again
  useLayoutEffect(() => {
    if (takesCursor) input.current?.focus();
  }, []);
  const take = (choice: PartyChoice | string | null) => {
    // Left as it was: what stands there is a number with its name, and no number.
    if (typeof choice === 'string' && chosen && choice === labelOf(chosen)) return;
    setChosen(typeof choice === 'string' ? null : choice);
    onChange(typeof choice === 'string' ? choice.trim() : (choice?.code ?? ''));
  };
  return (
    <Autocomplete<PartyChoice, false, false, true>
      id={inputId}
      freeSolo
      autoHighlight
      autoSelect
      selectOnFocus
      forcePopupIcon={false}
      options={found as PartyChoice[]}
      value={value === '' ? null : chosen?.code === value ? chosen : value}
      filterOptions={(options) => options}
      getOptionLabel={labelOf}
      getOptionKey={(choice) => (typeof choice === 'string' ? choice : choice.code)}
      isOptionEqualToValue={(option, other) =>
        (typeof option === 'string' ? option : option.code) === (typeof other === 'string' ? other : other.code)
      }
      onInputChange={(_event, text, reason) => setTyped(reason === 'input' ? text : '')}
      onChange={(_event, choice) => take(choice)}
      slotProps={{ popper: { style: { width: 'max-content', minWidth: 280 }, placement: 'bottom-start' } }}
      renderOption={({ key, ...props }, choice) => (
        <Box component="li" key={key} {...props}>
          {labelOf(choice)}
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          hiddenLabel
          margin="none"
          size="small"
          inputRef={input}
          error={fault !== undefined}
          helperText={fault}
          slotProps={{ htmlInput: { ...params.inputProps, 'aria-label': label, 'data-column': 'party' } }}
        />
      )}
    />
  );
}

/** Those that a typed text may mean, the very number first. */
function useParties(company: string, typed: string): readonly PartyChoice[] {
  const search = typed.trim();
  const { data = [] } = useQuery({
    queryKey: ['journal', 'parties', company, search],
    enabled: search !== '',
    queryFn: ({ signal }) =>
      ask<{ parties: { nodes: PartyChoice[] } }>(BOOK_PARTIES, { company, search }, signal).then(
        ({ parties }) => parties.nodes,
      ),
  });
  if (search === '') return [];
  const isExact = ({ code }: PartyChoice) => code.toLowerCase() === search.toLowerCase();
  return [...data.filter(isExact), ...data.filter((one) => !isExact(one))];
}
