import TranslateIcon from '@mui/icons-material/Translate';
import { IconButton, Menu, MenuItem, Tooltip } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useNotify } from 'react-admin';
import { currentViewer } from '../data/auth-provider.ts';
import { adviceKey } from '../data/graph-error.ts';
import { updateMyLanguage } from '../data/viewer.ts';
import { LANGUAGES, type Language, markChosenByGuest, rememberLanguage } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';

/** Chooses the language. It is remembered on the account, and in this browser for whoever comes before signing in. */
export function LanguageMenu() {
  const t = useTexts();
  const [locale, setLocale] = useLocaleState();
  const notify = useNotify();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const choose = (language: Language) => {
    setAnchor(undefined);
    rememberLanguage(language);
    document.documentElement.lang = language;
    setLocale(language);
    rememberOnUser(language).catch((error: unknown) => notify(adviceKey(error), { type: 'error' }));
  };
  return (
    <>
      <Tooltip title={t('app.language')} describeChild={false}>
        <IconButton
          onClick={(event) => setAnchor(event.currentTarget)}
          aria-label={t('app.language')}
          aria-haspopup="menu"
          aria-expanded={Boolean(anchor)}
        >
          <TranslateIcon />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(undefined)}>
        {LANGUAGES.map(({ locale: language, name }) => (
          <MenuItem key={language} lang={language} selected={language === locale} onClick={() => choose(language)}>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

/** A guest's choice is kept for when they sign in; anybody else's goes to their account. */
async function rememberOnUser(language: Language): Promise<void> {
  if (await currentViewer().catch(() => null)) await updateMyLanguage(language);
  else markChosenByGuest();
}
