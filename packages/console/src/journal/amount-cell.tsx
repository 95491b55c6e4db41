import { TextField } from '@mui/material';

interface AmountCellProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Fills in what is missing. */
  readonly onFill: () => void;
  readonly label: string;
  readonly column: string;
  readonly fault: string | undefined;
}

/** An amount as it is typed. `=` fills in what is missing. */
export function AmountCell({ value, onChange, onFill, label, column, fault }: AmountCellProps) {
  return (
    <TextField
      hiddenLabel
      margin="none"
      size="small"
      value={value}
      autoComplete="off"
      error={fault !== undefined}
      helperText={fault}
      onFocus={({ target }) => target.select()}
      onKeyDown={(event) => {
        if (event.key !== '=') return;
        event.preventDefault();
        onFill();
      }}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{
        htmlInput: {
          'aria-label': label,
          'data-column': column,
          inputMode: 'decimal',
          style: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
        },
      }}
    />
  );
}
