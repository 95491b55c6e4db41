import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { App } from './app.tsx';
import { currentViewer } from './data/auth-provider.ts';
import { createI18nProvider } from './i18n/i18n-provider.ts';
import { initialLanguage, isLanguage, storedLanguage } from './i18n/languages.ts';

/** The language chosen in this browser goes before the one remembered on the user, who may share it with another. */
async function startLanguage() {
  if (storedLanguage()) return initialLanguage();
  const language = await currentViewer().then(
    (viewer) => viewer?.user.language,
    () => undefined,
  );
  return isLanguage(language) ? language : initialLanguage();
}

async function start() {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root element.');
  const language = await startLanguage();
  document.documentElement.lang = language;
  const i18nProvider = await createI18nProvider(language);
  // Unsaved changes are guarded on leaving a page, which needs a data router.
  const router = createBrowserRouter([{ path: '*', element: <App i18nProvider={i18nProvider} language={language} /> }]);
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}

void start();
