import { useLocation } from 'react-router-dom';
import { updateMyLanguage, type ViewerUser } from '../data/viewer.ts';
import { takeChosenByGuest } from '../i18n/languages.ts';
import { useLanguage, useTexts } from '../i18n/use-texts.ts';
import { paths } from '../layout/paths.ts';
import { RouterLink } from '../layout/router-link.tsx';
import { ProviderLinks } from './provider-links.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { useProviderProblem } from './use-provider-problem.ts';

export default function SignInPage() {
  const t = useTexts();
  const locale = useLanguage();
  const next = useNextPath();
  const problem = useProviderProblem();
  const enter = async ({ language }: ViewerUser) => {
    // A language chosen here a moment ago is this person's; one that is only remembered may be somebody else's.
    if (takeChosenByGuest() && language !== locale) await updateMyLanguage(locale).catch(() => undefined);
    // The page is loaded anew: what was asked without a session, or by somebody else before, is forgotten.
    window.location.assign(next);
  };
  return (
    <SignInFrame title={t('signIn.title')}>
      <SignInForm givenProblem={problem} onSignedIn={enter} otherWays={<ProviderLinks next={next} />}>
        <RouterLink to={paths.forgotten}>{t('signIn.forgotten')}</RouterLink>
      </SignInForm>
    </SignInFrame>
  );
}

/** Where the viewer wanted to go before signing in, if that is within the console. */
function useNextPath(): string {
  const location = useLocation();
  const state = location.state as { nextPathname?: string; nextSearch?: string } | null;
  const next = `${state?.nextPathname ?? '/'}${state?.nextSearch ?? ''}`;
  return next.startsWith('/') && !next.startsWith('//') && !next.startsWith(paths.signIn) ? next : '/';
}
