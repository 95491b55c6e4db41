import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { App } from './app.tsx';
import { currentViewer } from './data/auth-provider.ts';
import { createI18nProvider, loadMessages } from './i18n/i18n-provider.ts';
import { guestLanguage, isLanguage, type Language, rememberLanguage } from './i18n/languages.ts';
import { store } from './store.ts';

/** The account's language; before somebody has signed in, the browser's. */
async function startLanguage(): Promise<Language> {
  const guess = guestLanguage();
  // Most often it is the one, so its texts come while the server is asked who this is.
  void loadMessages(guess).catch(() => undefined);
  const language = await currentViewer().then(
    (viewer) => viewer?.user.language,
    () => undefined,
  );
  if (!isLanguage(language)) return guess;
  rememberLanguage(language);
  return language;
}

async function start() {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root element.');
  const language = await startLanguage();
  document.documentElement.lang = language;
  // react-admin remembers a language too, and would put it before the one decided here.
  store.setItem('locale', language);
  const i18nProvider = await createI18nProvider(language);
  // Unsaved changes are guarded on leaving a page, which needs a data router.
  const router = createBrowserRouter([{ path: '*', element: <App i18nProvider={i18nProvider} language={language} /> }]);
  createRoot(root).render(
    <StrictMode>
      {/* Without a session react-admin signs out over and over until the sign-in page stands. As a transition, which
          everything else comes before, that took ten seconds. */}
      <RouterProvider router={router} useTransitions={false} />
    </StrictMode>,
  );
}

void start();
