import { type AutocompleteRenderGroupParams, Box } from '@mui/material';

/** A group of choices. MUI's own puts a list into the list box, which assistive technology does not follow. */
export function renderOptionGroup({ key, group, children }: AutocompleteRenderGroupParams) {
  return (
    <Box component="li" key={key} role="group" aria-label={group} sx={{ listStyle: 'none' }}>
      <Box aria-hidden sx={{ px: 2, py: 0.75, fontSize: '0.8125rem', color: 'text.secondary', fontWeight: 600 }}>
        {group}
      </Box>
      <Box component="ul" role="presentation" sx={{ p: 0, m: 0 }}>
        {children}
      </Box>
    </Box>
  );
}
