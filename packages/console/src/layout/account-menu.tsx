import PersonIcon from '@mui/icons-material/AccountCircleOutlined';
import { Divider, IconButton, ListItemText, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useGetIdentity, useTranslate } from 'react-admin';

import { signOut } from '../data/viewer.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from './catalogue-context.tsx';
import { paths } from './paths.ts';
import { useGo } from './use-go.ts';

/** Entities about the viewer's own account, reached from here as well as from the menu. */
const OWN = ['SensitiveRead'];

export function AccountMenu() {
  const t = useTexts();
  const translate = useTranslate();
  const go = useGo();
  const { byName } = useCatalogue();
  const { identity } = useGetIdentity();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const name = identity?.fullName ?? '';
  return (
    <>
      <IconButton
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-label={t('app.account', { name })}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
      >
        <PersonIcon />
      </IconButton>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(undefined)}
        onClick={() => setAnchor(undefined)}
      >
        <MenuItem disabled sx={{ opacity: '1 !important' }}>
          <ListItemText primary={name} />
        </MenuItem>
        <Divider />
        {OWN.flatMap((entity) => byName.get(entity) ?? []).map((resource) => (
          <MenuItem key={resource.name} onClick={() => go(paths.list(resource))}>
            {resource.pluralLabel}
          </MenuItem>
        ))}
        <MenuItem onClick={() => go(paths.security)}>{t('security.title')}</MenuItem>
        <MenuItem onClick={() => void leave()}>{translate('ra.auth.logout')}</MenuItem>
      </Menu>
    </>
  );
}

/** Loads the page anew, so that nothing that was read stays in memory. */
async function leave(): Promise<void> {
  await signOut().catch(() => undefined);
  window.location.assign(paths.signIn);
}
