import { Box, Button, Paper } from '@mui/material';
import { useRef, useState } from 'react';
import { EMPTY_GROUP, type FilterGroup } from '../generator/filter-tree.ts';
import { encodeFilter } from '../generator/filter-url.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { FilterGroupEditor } from './filter-group-editor.tsx';

interface FilterPanelProps {
  readonly resource: ResourceDefinition;
  readonly group: FilterGroup;
  readonly onChange: (group: FilterGroup) => void;
}

const PAUSE_MS = 400;

/** Builds the filter of a list. What is complete is asked after a short pause; what is still being typed waits. */
export default function FilterPanel({ resource, group, onChange }: FilterPanelProps) {
  const t = useTexts();
  const [draft, setDraft] = useState(group);
  const [given, setGiven] = useState(() => encodeFilter(group));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Another address, by the back button or a link, replaces what is being edited.
  if (encodeFilter(group) !== given) {
    setGiven(encodeFilter(group));
    if (encodeFilter(draft) !== encodeFilter(group)) setDraft(group);
  }
  const edit = (next: FilterGroup) => {
    setDraft(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next), PAUSE_MS);
  };
  return (
    <Paper variant="outlined" sx={{ p: 1.5, mb: 1.5 }}>
      <FilterGroupEditor resource={resource} group={draft} depth={0} onChange={edit} />
      {draft.items.length > 0 && (
        <Box sx={{ mt: 1 }}>
          <Button color="secondary" onClick={() => edit(EMPTY_GROUP)}>
            {t('list.clear')}
          </Button>
        </Box>
      )}
    </Paper>
  );
}
