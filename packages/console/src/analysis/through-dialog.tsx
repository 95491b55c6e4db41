import FurtherIcon from '@mui/icons-material/ChevronRight';
import {
  Breadcrumbs,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
  List,
  ListItem,
  ListItemButton,
  ListItemText,
  Typography,
} from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { fieldOnPath } from '../generator/filter-tree.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { type KeyChoice, keyChoicesAt, leadsFurther } from './choices.ts';

interface ThroughDialogProps {
  readonly resource: ResourceDefinition;
  readonly chosen: readonly KeyChoice[];
  readonly choose: (choice: KeyChoice) => void;
  readonly onClose: () => void;
}

/** Goes from record to record, as far as the graph follows, to a field that is to set groups apart. */
export default function ThroughDialog({ resource, chosen, choose, onClose }: ThroughDialogProps) {
  const say = useAnalysisTexts();
  const translate = useTranslate();
  const catalogue = useCatalogue();
  const [path, follow] = useState<readonly string[]>([]);
  const taken = new Set(chosen.map((choice) => choice.path.join('.')));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="through-dialog-title">
      <DialogTitle id="through-dialog-title">{say('through')}</DialogTitle>
      <DialogContent>
        <Typography color="text.secondary" sx={{ mb: 1 }}>
          {say('throughHint')}
        </Typography>
        <Way resource={resource} path={path} follow={follow} />
        <List dense disablePadding>
          {keyChoicesAt(resource, path, catalogue).map((choice) => (
            <ListItem
              key={choice.path.join('.')}
              disablePadding
              secondaryAction={
                leadsFurther(resource, choice, catalogue) && (
                  <IconButton
                    edge="end"
                    aria-label={say('openRecord', { name: choice.label })}
                    onClick={() => follow(choice.path)}
                  >
                    <FurtherIcon />
                  </IconButton>
                )
              }
            >
              <ListItemButton
                disabled={taken.has(choice.path.join('.'))}
                onClick={() => {
                  choose(choice);
                  onClose();
                }}
              >
                <ListItemText primary={choice.label} />
              </ListItemButton>
            </ListItem>
          ))}
        </List>
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose}>
          {translate('ra.action.cancel')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface WayProps {
  readonly resource: ResourceDefinition;
  readonly path: readonly string[];
  readonly follow: (path: readonly string[]) => void;
}

/** The records on the way, each a way back. The last is where one is: whoever goes on is told so. */
function Way({ resource, path, follow }: WayProps) {
  const say = useAnalysisTexts();
  const catalogue = useCatalogue();
  const here = useRef<HTMLElement>(null);
  const place = path.join('.');
  useEffect(() => {
    // The button that was pressed is gone.
    if (place) here.current?.focus();
  }, [place]);
  const stops = [[], ...path.map((_, at) => path.slice(0, at + 1))].map((to) => ({
    to,
    label: to.length === 0 ? resource.label : (fieldOnPath(resource, to, catalogue)?.label ?? ''),
  }));
  return (
    <Breadcrumbs aria-label={say('way')} separator="›" sx={{ mb: 1 }}>
      {stops.map(({ to, label }) =>
        to.length === path.length ? (
          <Typography key={to.join('.')} ref={here} tabIndex={-1} aria-current="location" sx={{ fontWeight: 600 }}>
            {label}
          </Typography>
        ) : (
          <Button key={to.join('.')} size="small" color="secondary" onClick={() => follow(to)}>
            {label}
          </Button>
        ),
      )}
    </Breadcrumbs>
  );
}
