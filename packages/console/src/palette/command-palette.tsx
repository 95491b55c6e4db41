import { Autocomplete, Box, Dialog, TextField } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';

import { ask } from '../data/graph-client.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { renderOptionGroup } from '../inputs/option-group.tsx';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { useGo } from '../layout/use-go.ts';
import {
  actionEntries,
  FIND,
  ownPageEntries,
  type PaletteEntry,
  pageEntries,
  type RecordHit,
  recordEntries,
} from './entries.ts';

const PAUSE_MS = 180;
const visuallyHidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

interface CommandPaletteProps {
  /** What was typed while the palette was on its way. */
  readonly takeTyped: () => string;
  readonly onClose: () => void;
}

/** Goes anywhere by typing: to a record, a page, or something to do. */
export default function CommandPalette({ takeTyped, onClose }: CommandPaletteProps) {
  const t = useTexts();
  const go = useGo();
  const [text, setText] = useState('');
  const { entries, loading } = useEntries(text);
  // The field takes over the keys in the moment in which it is there and has the focus.
  const takeOver = useCallback(
    (field: HTMLInputElement | null) => {
      if (!field) return;
      field.focus();
      const typed = takeTyped();
      if (typed) setText((current) => current + typed);
    },
    [takeTyped],
  );
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="palette-title"
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{ paper: { sx: { mt: { xs: 1, sm: '10vh' }, overflow: 'visible' } } }}
    >
      <Box sx={{ p: 1.5 }}>
        <Box component="h2" id="palette-title" sx={visuallyHidden}>
          {t('app.searchHint')}
        </Box>
        <Autocomplete<PaletteEntry>
          open
          autoHighlight
          options={entries}
          value={null}
          inputValue={text}
          onInputChange={(_event, typed, reason) => reason === 'input' && setText(typed)}
          filterOptions={(all) => all}
          renderGroup={renderOptionGroup}
          groupBy={({ group }) => t(`app.${group}`)}
          getOptionKey={({ key }) => key}
          getOptionLabel={({ label }) => label}
          loading={loading}
          loadingText={t('app.loading')}
          noOptionsText={t('app.noHits')}
          forcePopupIcon={false}
          onChange={(_event, entry) => {
            if (!entry) return;
            onClose();
            go(entry.to);
          }}
          onClose={(_event, reason) => reason === 'escape' && onClose()}
          slotProps={{ listbox: { sx: { maxHeight: '55vh' } } }}
          renderOption={({ key, ...props }, entry) => (
            <Box
              component="li"
              key={key}
              {...props}
              sx={{ display: 'flex', justifyContent: 'space-between !important', gap: 2 }}
            >
              <span>{entry.label}</span>
              <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
                {entry.hint}
              </Box>
            </Box>
          )}
          renderInput={(params) => (
            <TextField {...params} inputRef={takeOver} autoFocus label={t('app.searchHint')} margin="none" />
          )}
        />
      </Box>
    </Dialog>
  );
}

function useEntries(text: string): { entries: PaletteEntry[]; loading: boolean } {
  const t = useTexts();
  const catalogue = useCatalogue();
  const search = usePaused(text.trim());
  const { data, isFetching } = useQuery<readonly RecordHit[]>({
    queryKey: ['find', search],
    enabled: search.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ask<{ find: readonly RecordHit[] }>(FIND, { search, first: 10 }, signal).then(({ find }) => find),
  });
  const records = search.length >= 2 ? recordEntries(data ?? [], catalogue) : [];
  const local = [
    ...ownPageEntries(catalogue, t),
    ...pageEntries(catalogue),
    ...actionEntries(catalogue, t('list.new')),
  ];
  const matching = local.filter(({ label, hint }) => matches(`${label} ${hint}`, text));
  return { entries: [...records, ...matching.slice(0, 30)], loading: isFetching };
}

function matches(label: string, text: string): boolean {
  const fold = (value: string) => value.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return fold(text)
    .split(/\s+/)
    .every((word) => fold(label).includes(word));
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
