import TranslateIcon from '@mui/icons-material/Translate';
import { IconButton, Menu, MenuItem, Tooltip } from '@mui/material';
import { useState } from 'react';
import { useLocaleState } from 'react-admin';
import { currentViewer } from '../data/auth-provider.ts';
import { updateMyLanguage } from '../data/viewer.ts';
import { LANGUAGES, type Language, rememberLanguage } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';

/** Chooses the language, and remembers it in this browser and on the user. */
export function LanguageMenu() {
  const t = useTexts();
  const [locale, setLocale] = useLocaleState();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const choose = (language: Language) => {
    setAnchor(undefined);
    rememberLanguage(language);
    document.documentElement.lang = language;
    setLocale(language);
    void rememberOnUser(language);
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

/** The choice holds in this browser in any case, so a failure here is not worth a message. */
async function rememberOnUser(language: Language): Promise<void> {
  try {
    if (await currentViewer()) await updateMyLanguage(language);
  } catch {
    // Asked again with the next choice.
  }
}
