import DarkModeIcon from '@mui/icons-material/DarkModeOutlined';
import LightModeIcon from '@mui/icons-material/LightModeOutlined';
import { IconButton, Tooltip, useTheme as useMuiTheme } from '@mui/material';
import { useTheme } from 'react-admin';
import { useTexts } from '../i18n/use-texts.ts';

/** Light or dark: as the system has it, until somebody chooses. */
export function ThemeButton() {
  const t = useTexts();
  const [, setTheme] = useTheme();
  const dark = useMuiTheme().palette.mode === 'dark';
  const label = t(dark ? 'app.themeLight' : 'app.themeDark');
  return (
    <Tooltip title={label} describeChild={false}>
      <IconButton onClick={() => setTheme(dark ? 'light' : 'dark')} aria-label={label}>
        {dark ? <LightModeIcon /> : <DarkModeIcon />}
      </IconButton>
    </Tooltip>
  );
}
