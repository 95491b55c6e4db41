import MenuIcon from '@mui/icons-material/Menu';
import SearchIcon from '@mui/icons-material/Search';
import { Box, Button, IconButton, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts.ts';
import { AccountMenu } from './account-menu.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { ThemeButton } from './theme-button.tsx';

interface TopBarProps {
  readonly onMenu: (() => void) | undefined;
  readonly onSearch: () => void;
}

export function TopBar({ onMenu, onSearch }: TopBarProps) {
  const t = useTexts();
  return (
    <Box
      component="header"
      className="no-print"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 1100,
        height: 52,
        px: { xs: 1, sm: 2 },
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {onMenu && (
        <IconButton onClick={onMenu} aria-label={t('app.menu')}>
          <MenuIcon />
        </IconButton>
      )}
      <Brand />
      <Box sx={{ flex: 1 }} />
      <SearchButton onSearch={onSearch} />
      <LanguageMenu />
      <ThemeButton />
      <AccountMenu />
    </Box>
  );
}

function Brand() {
  const t = useTexts();
  return (
    <Box
      component={Link}
      to="/"
      sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'text.primary', textDecoration: 'none' }}
    >
      <Box component="img" src="/favicon.svg" alt="" sx={{ width: 26, height: 26 }} />
      <Typography component="span" sx={{ fontWeight: 700, letterSpacing: '-0.01em', fontSize: '1.05rem' }}>
        {t('app.name')}
      </Typography>
    </Box>
  );
}

function SearchButton({ onSearch }: { onSearch: () => void }) {
  const t = useTexts();
  const mac = navigator.platform.startsWith('Mac');
  return (
    <>
      <Button
        onClick={onSearch}
        color="secondary"
        variant="outlined"
        startIcon={<SearchIcon />}
        aria-keyshortcuts="Control+K Meta+K"
        sx={{
          display: { xs: 'none', sm: 'inline-flex' },
          borderColor: 'divider',
          color: 'text.secondary',
          minWidth: 210,
          justifyContent: 'flex-start',
        }}
      >
        {t('app.search')}
        <Box component="kbd" sx={{ ml: 'auto', pl: 2, fontFamily: 'inherit', fontSize: '0.75rem' }}>
          {mac ? '⌘ K' : 'Ctrl K'}
        </Box>
      </Button>
      <IconButton onClick={onSearch} aria-label={t('app.search')} sx={{ display: { sm: 'none' } }}>
        <SearchIcon />
      </IconButton>
    </>
  );
}
