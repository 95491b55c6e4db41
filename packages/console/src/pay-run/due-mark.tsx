import LateIcon from '@mui/icons-material/ErrorOutlined';
import { Box } from '@mui/material';
import { useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { formatDate } from '../values/format.ts';

/** The day of today where the reader is. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A day by which something is to be done; one that is past is said to be, in words and with a sign. */
export function DueMark({ dueOn }: { readonly dueOn: string }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const late = dueOn < today();
  return (
    <Box
      component="span"
      sx={(theme) => ({
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        fontSize: '0.8125rem',
        whiteSpace: 'nowrap',
        color: late ? theme.palette.error.main : theme.palette.text.secondary,
        fontWeight: late ? 650 : 400,
      })}
    >
      {late && <LateIcon sx={{ fontSize: '1rem' }} aria-hidden />}
      <time dateTime={dueOn}>{t(late ? 'payRun.late' : 'payRun.due', { on: formatDate(dueOn, locale) })}</time>
    </Box>
  );
}
