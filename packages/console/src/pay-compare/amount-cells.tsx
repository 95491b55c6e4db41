import { TableCell } from '@mui/material';
import { useReaderLocale } from '../i18n/use-texts.ts';
import { formatDecimal, formatMoney } from '../values/format.ts';
import type { ComparedPerson } from './comparison-query.ts';

interface AmountCellsProps {
  readonly amounts: Pick<ComparedPerson, 'before' | 'now' | 'difference' | 'percent'>;
  readonly currency: string;
}

/** More is said with a plus, so that nobody has to look twice. */
const signed = (value: string, text: string): string => (/^-|^0(\.0+)?$/.test(value) ? text : `+${text}`);

/** Before, now, the difference, and that in per cent. */
export function AmountCells({ amounts: { before, now, difference, percent }, currency }: AmountCellsProps) {
  const locale = useReaderLocale();
  const money = (value: string) => formatMoney(value, currency, locale);
  const texts = [
    before === null ? '–' : money(before),
    now === null ? '–' : money(now),
    signed(difference, money(difference)),
    percent === null ? '–' : signed(percent, formatDecimal(percent, locale)),
  ];
  const names = ['before', 'now', 'difference', 'percent'];
  return (
    <>
      {texts.map((text, index) => (
        <TableCell
          key={names[index]}
          align="right"
          sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums', fontWeight: index === 2 ? 650 : 400 }}
        >
          {text}
        </TableCell>
      ))}
    </>
  );
}
