import { Box, Drawer, useMediaQuery, useTheme } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Navigate, useLocation } from 'react-router-dom';
import { currentViewer } from '../data/auth-provider.ts';
import { useLanguage, useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from './catalogue-context.tsx';
import { CatalogueProvider } from './catalogue-provider.tsx';
import { Notices } from './notices.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { PageLoading } from './page-loading.tsx';
import { paths } from './paths.ts';
import { SideMenu } from './side-menu.tsx';
import { TopBar } from './top-bar.tsx';
import { usePaletteKey } from './use-palette-key.ts';
import { useSavedViews } from './use-saved-views.ts';
import { useSessionEnd } from './use-session-end.ts';

const loadPalette = () => import('../palette/command-palette.tsx');
const CommandPalette = lazy(loadPalette);

const SessionDialog = lazy(() => import('../sign-in/session-dialog.tsx'));

const MENU_WIDTH = 248;

/** The frame around every page of somebody who is signed in. */
export default function Layout({ children }: { children: ReactNode }) {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <CatalogueProvider>
      <Frame>{children}</Frame>
    </CatalogueProvider>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const t = useTexts();
  const wide = useMediaQuery(useTheme().breakpoints.up('md'));
  const { pathname } = useLocation();
  // Going to another page closes the menu: it is open on the page on which it was opened.
  const [openedAt, setOpenedAt] = useState<string>();
  const palette = usePaletteKey();
  const sessionEnd = useSessionEnd();
  useWhenIdle(loadPalette);
  // Asked for here, so that no list has to wait for them.
  useSavedViews();
  useLiveRows();
  const { data: viewer } = useQuery({ queryKey: ['catalogue', 'viewer'], queryFn: currentViewer });
  // Whoever has to set up a second factor can do nothing else before.
  if (viewer?.secondFactorMissing && pathname !== paths.security) return <Navigate to={paths.security} replace />;
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <SkipLink />
      <TopBar onMenu={wide ? undefined : () => setOpenedAt(pathname)} onSearch={() => palette.setOpen(true)} />
      <Box sx={{ display: 'flex', flex: 1, minWidth: 0 }}>
        {wide ? (
          <Box
            component="nav"
            aria-label={t('app.navigation')}
            className="no-print"
            sx={{
              width: MENU_WIDTH,
              flexShrink: 0,
              borderRight: 1,
              borderColor: 'divider',
              position: 'sticky',
              top: 52,
              height: 'calc(100vh - 52px)',
              overflowY: 'auto',
              bgcolor: 'background.paper',
            }}
          >
            <SideMenu />
          </Box>
        ) : (
          <Drawer
            open={openedAt === pathname}
            onClose={() => setOpenedAt(undefined)}
            slotProps={{
              paper: { component: 'nav', 'aria-label': t('app.navigation'), sx: { width: MENU_WIDTH } } as object,
            }}
          >
            <SideMenu />
          </Drawer>
        )}
        <Box component="main" id="main-content" tabIndex={-1} sx={{ flex: 1, minWidth: 0, outline: 'none !important' }}>
          <PageBoundary place={pathname}>
            <Suspense fallback={<PageLoading />}>{children}</Suspense>
          </PageBoundary>
        </Box>
      </Box>
      <Notices />
      {sessionEnd && viewer && (
        <Suspense fallback={null}>
          <SessionDialog user={viewer.user} onSignedIn={sessionEnd.goOn} />
        </Suspense>
      )}
      {palette.open && (
        <Suspense fallback={null}>
          <CommandPalette takeTyped={palette.takeTyped} onClose={() => palette.setOpen(false)} />
        </Suspense>
      )}
    </Box>
  );
}

/** Keeps what is on screen as others change it. */
function useLiveRows() {
  const queryClient = useQueryClient();
  const { byName } = useCatalogue();
  useEffect(() => {
    const ending = new AbortController();
    const isFollowable = (entity: string) => byName.get(entity)?.followable === true;
    import('../live/follow-shown.ts')
      .then(({ followShown }) => followShown(queryClient, isFollowable, ending.signal))
      // Without it pages show what they were told when they were opened.
      .catch(() => undefined);
    return () => ending.abort();
  }, [queryClient, byName]);
}

/** Fetches what is likely to be wanted, once the page in front of the viewer has nothing left to do. */
function useWhenIdle(load: () => Promise<unknown>) {
  useEffect(() => {
    if (!('requestIdleCallback' in window)) return;
    const handle = window.requestIdleCallback(() => void load().catch(() => undefined), { timeout: 10_000 });
    return () => window.cancelIdleCallback(handle);
  }, [load]);
}

/** The first stop of the tab key, so that nobody has to walk through the menu on every page. */
function SkipLink() {
  const translate = useTranslate();
  return (
    <Box
      component="a"
      href="#main-content"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main-content')?.focus();
      }}
      sx={{
        position: 'fixed',
        left: 8,
        top: -80,
        zIndex: 2000,
        px: 2,
        py: 1,
        borderRadius: 1,
        bgcolor: 'background.paper',
        color: 'text.primary',
        '&:focus': { top: 8 },
      }}
    >
      {translate('ra.navigation.skip_nav')}
    </Box>
  );
}
