import { createTheme, type ThemeOptions } from '@mui/material/styles';
import type { Tone } from '../values/enum-tone.ts';

export interface ToneColours {
  readonly text: string;
  readonly fill: string;
}

declare module '@mui/material/styles' {
  interface Theme {
    tones: Readonly<Record<Tone, ToneColours>>;
  }
  interface ThemeOptions {
    tones?: Readonly<Record<Tone, ToneColours>>;
  }
}

const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif, "Noto Color Emoji"';

/** Every pair of text on fill has a contrast of at least 4.5 to 1. */
const LIGHT_TONES: Record<Tone, ToneColours> = {
  good: { text: '#14532d', fill: '#dcf3e4' },
  waiting: { text: '#1e3a8a', fill: '#e0e9fd' },
  attention: { text: '#713f12', fill: '#fcefc7' },
  bad: { text: '#8b1a1a', fill: '#fde3e1' },
  over: { text: '#44505c', fill: '#e8ebee' },
  neutral: { text: '#27333f', fill: '#eef1f3' },
};

const DARK_TONES: Record<Tone, ToneColours> = {
  good: { text: '#a5e8c0', fill: '#163b28' },
  waiting: { text: '#b9cffc', fill: '#1d3158' },
  attention: { text: '#f7dc8e', fill: '#43340f' },
  bad: { text: '#fcb9b3', fill: '#4e1f1d' },
  over: { text: '#c0c8d0', fill: '#2d353e' },
  neutral: { text: '#d6dde4', fill: '#2a323b' },
};

const LIGHT = {
  primary: { main: '#17603f', contrastText: '#ffffff' },
  secondary: { main: '#3b4754' },
  error: { main: '#b3261e' },
  warning: { main: '#8a5300' },
  info: { main: '#1d4f91' },
  success: { main: '#17603f' },
  background: { default: '#f6f7f6', paper: '#ffffff' },
  text: { primary: '#17212b', secondary: '#4a5663' },
  divider: '#dde2e6',
};

const DARK = {
  // What MUI would make of it under the pointer is too dark for its text.
  primary: { main: '#7dd3a8', dark: '#6cc299', contrastText: '#0a2618' },
  secondary: { main: '#b4c0cc' },
  error: { main: '#ff9c93' },
  warning: { main: '#f4c463' },
  info: { main: '#9dc1f7' },
  success: { main: '#7dd3a8' },
  background: { default: '#12161b', paper: '#1a2027' },
  text: { primary: '#e6ebf0', secondary: '#aab6c2' },
  divider: '#323b46',
};

function options(mode: 'light' | 'dark'): ThemeOptions {
  const palette = mode === 'light' ? LIGHT : DARK;
  return {
    palette: { mode, ...palette },
    tones: mode === 'light' ? LIGHT_TONES : DARK_TONES,
    shape: { borderRadius: 8 },
    typography: {
      fontFamily: FONT,
      fontSize: 13,
      h1: { fontSize: '1.5rem', fontWeight: 650, letterSpacing: '-0.01em' },
      h2: { fontSize: '1.05rem', fontWeight: 650 },
      h3: { fontSize: '0.95rem', fontWeight: 650 },
      h6: { fontSize: '1.1rem', fontWeight: 650 },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          ':focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 2 },
          '@media (prefers-reduced-motion: reduce)': {
            '*, *::before, *::after': {
              animationDuration: '0.01ms !important',
              transitionDuration: '0.01ms !important',
            },
          },
          '@media print': {
            body: { background: '#fff', color: '#000' },
            '.no-print': { display: 'none !important' },
            a: { color: 'inherit !important', textDecoration: 'none !important' },
          },
        },
      },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiButton: { defaultProps: { disableElevation: true, size: 'small' } },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        // Its own outline: 0 stands after the baseline, and without ripples nothing else would show the focus.
        styleOverrides: {
          root: { '&.Mui-focusVisible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 2 } },
        },
      },
      MuiTextField: { defaultProps: { size: 'small', variant: 'outlined', margin: 'dense', fullWidth: true } },
      MuiFormControl: { defaultProps: { size: 'small', margin: 'dense' } },
      MuiTableCell: {
        styleOverrides: {
          root: { borderColor: palette.divider },
          sizeSmall: { padding: '6px 10px' },
          head: { fontWeight: 650, whiteSpace: 'nowrap' },
        },
      },
      MuiTableSortLabel: { styleOverrides: { icon: { fontSize: 15, marginLeft: 2, marginRight: 2 } } },
      MuiTab: {
        styleOverrides: { root: { minHeight: 42, textTransform: 'none', '&.Mui-focusVisible': { outlineOffset: -2 } } },
      },
      MuiToggleButton: { styleOverrides: { root: { color: palette.text.secondary, textTransform: 'none' } } },
      MuiTooltip: { defaultProps: { enterDelay: 400, describeChild: true } },
      MuiLink: { defaultProps: { underline: 'hover' } },
      MuiFormHelperText: {
        styleOverrides: { root: { color: palette.text.secondary, '&.Mui-error': { color: palette.error.main } } },
      },
    },
  };
}

export const lightTheme = createTheme(options('light'));
export const darkTheme = createTheme(options('dark'));
