import PreviousIcon from '@mui/icons-material/ChevronLeft';
import NextIcon from '@mui/icons-material/ChevronRight';
import FirstIcon from '@mui/icons-material/FirstPage';
import { Box, IconButton, MenuItem, TextField } from '@mui/material';
import { useId } from 'react';

import { MAX_OFFSET, PAGE_SIZES } from '../generator/list-state.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useGo } from '../layout/use-go.ts';
import type { useListRows } from './use-list-rows.ts';
import type { ListControl } from './use-list-state.ts';

interface ListPagerProps {
  readonly control: ListControl;
  readonly list: ReturnType<typeof useListRows>;
}

/** Pages are numbered as far as the graph numbers them; beyond, it goes on by cursor, and back by the browser. */
export function ListPager({ control, list }: ListPagerProps) {
  const t = useTexts();
  const go = useGo();
  const { state, change } = control;
  const { page, perPage } = state;
  const pages = list.isExact && list.total !== undefined ? Math.max(1, Math.ceil(list.total / perPage)) : undefined;
  const numbered = (target: number) => (target - 1) * perPage <= MAX_OFFSET;
  const forward = () => change({ page: page + 1, after: numbered(page + 1) ? null : list.endCursor });
  const back = () => (numbered(page - 1) ? change({ page: page - 1, after: null }) : go(-1));
  if (list.rows.length === 0 && page === 1) return null;
  return (
    <Box
      component="nav"
      aria-label={t('app.pages')}
      className="no-print"
      sx={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: { xs: 'space-between', sm: 'flex-end' },
        gap: { xs: 0, sm: 0.5 },
        mt: 1,
      }}
    >
      <PageSize value={perPage} onChange={(size) => change({ perPage: size })} />
      <Box
        component="span"
        aria-live="polite"
        sx={{ mx: { xs: 0.5, sm: 1.5 }, color: 'text.secondary', whiteSpace: 'nowrap' }}
      >
        {pages === undefined ? t('list.page', { page }) : t('list.pageOf', { page, pages })}
      </Box>
      <IconButton aria-label={t('list.first')} disabled={page === 1} onClick={() => change({ page: 1, after: null })}>
        <FirstIcon />
      </IconButton>
      <IconButton aria-label={t('list.previous')} disabled={page === 1} onClick={back}>
        <PreviousIcon />
      </IconButton>
      <IconButton aria-label={t('list.next')} disabled={!list.hasNextPage} onClick={forward}>
        <NextIcon />
      </IconButton>
    </Box>
  );
}

/** There is no room for the words on a phone; they are read out all the same. */
const hiddenOnPhone = {
  position: { xs: 'absolute', sm: 'static' },
  clipPath: { xs: 'inset(50%)', sm: 'none' },
  whiteSpace: 'nowrap',
} as const;

function PageSize({ value, onChange }: { value: number; onChange: (size: number) => void }) {
  const t = useTexts();
  const id = useId();
  return (
    <>
      <Box component="label" id={id} sx={{ color: 'text.secondary', mr: 0.5, ...hiddenOnPhone }}>
        {t('list.rowsPerPage')}
      </Box>
      <TextField
        select
        value={value}
        margin="none"
        fullWidth={false}
        onChange={(event) => onChange(Number(event.target.value))}
        slotProps={{ select: { SelectDisplayProps: { 'aria-labelledby': id } } }}
      >
        {PAGE_SIZES.map((size) => (
          <MenuItem key={size} value={size}>
            {size}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
