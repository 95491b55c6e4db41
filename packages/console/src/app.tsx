import { CssBaseline } from '@mui/material';
import { QueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { AdminContext, CoreAdminUI, CustomRoutes, type I18nProvider } from 'react-admin';
import { Route } from 'react-router-dom';
import { authProvider } from './data/auth-provider.ts';
import { createLateDataProvider } from './data/late-data-provider.ts';
import type { Language } from './i18n/languages.ts';
import { BrokenPage } from './layout/broken-page.tsx';
import { NotFoundPage } from './layout/not-found-page.tsx';
import { PageLoading } from './layout/page-loading.tsx';
import { store } from './store.ts';
import { darkTheme, lightTheme } from './theme/theme.ts';

const Layout = lazy(() => import('./layout/layout.tsx'));
const ResourcePages = lazy(() => import('./resource-pages.tsx'));
const HomePage = lazy(() => import('./home/home-page.tsx'));
const SignInPage = lazy(() => import('./sign-in/sign-in-page.tsx'));
const ForgottenPasswordPage = lazy(() => import('./sign-in/forgotten-password-page.tsx'));
const SetPasswordPage = lazy(() => import('./sign-in/set-password-page.tsx'));
const SetUpPage = lazy(() => import('./sign-in/set-up-page.tsx'));
const SecurityPage = lazy(() => import('./account/security-page.tsx'));
const AccessPage = lazy(() => import('./access/access-page.tsx'));
const AnalysesPage = lazy(() => import('./analysis/analyses-page.tsx'));
const AnalysisPage = lazy(() => import('./analysis/analysis-page.tsx'));
const FiguresPage = lazy(() => import('./figures/figures-page.tsx'));
const PayPreviewPage = lazy(() => import('./pay-preview/preview-page.tsx'));
const ReportsPage = lazy(() => import('./books/reports-page.tsx'));
const CentrePage = lazy(() => import('./books/centre-page.tsx'));
const ExchangePage = lazy(() => import('./books/exchange-page.tsx'));
const OrgChartPage = lazy(() => import('./org-chart/org-chart-page.tsx'));

interface AppProps {
  readonly i18nProvider: I18nProvider;
  readonly language: Language;
}

/** The console: react-admin's contexts around pages that are drawn from the graph's metadata. */
export function App({ i18nProvider, language }: AppProps) {
  const { queryClient, dataProvider } = useMemo(() => createData(i18nProvider, language), [i18nProvider, language]);
  return (
    <AdminContext
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      lightTheme={lightTheme}
      darkTheme={darkTheme}
    >
      <CssBaseline />
      <Suspense fallback={<PageLoading />}>
        <CoreAdminUI
          title="Kontor"
          layout={Layout}
          dashboard={HomePage}
          loginPage={SignInPage}
          catchAll={NotFoundPage}
          loading={PageLoading}
          error={BrokenPage}
          disableTelemetry
          requireAuth
        >
          <CustomRoutes noLayout>
            <Route path="/forgotten-password" element={<ForgottenPasswordPage />} />
            <Route path="/set-password" element={<SetPasswordPage />} />
            <Route path="/set-up" element={<SetUpPage />} />
          </CustomRoutes>
          <CustomRoutes>
            <Route path="/security" element={<SecurityPage />} />
            <Route path="/access" element={<AccessPage />} />
            <Route path="/analyses" element={<AnalysesPage />} />
            <Route path="/analyses/:path" element={<AnalysisPage />} />
            <Route path="/figures/:name" element={<FiguresPage />} />
            <Route path="/reports" element={<ReportsPage />} />
            <Route path="/cost-centre-results" element={<CentrePage />} />
            <Route path="/sie" element={<ExchangePage />} />
            <Route path="/pay-preview" element={<PayPreviewPage />} />
            <Route path="/org-chart" element={<OrgChartPage />} />
            <Route path="/:path/*" element={<ResourcePages />} />
          </CustomRoutes>
        </CoreAdminUI>
      </Suspense>
    </AdminContext>
  );
}

function createData(i18nProvider: I18nProvider, language: Language) {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, staleTime: 0 } },
  });
  return { queryClient, dataProvider: createLateDataProvider(queryClient, () => i18nProvider.getLocale() || language) };
}
