import { Alert, Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { currentViewer } from '../data/auth-provider.ts';
import { loadSecurity } from '../data/security.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ErrorNote } from '../layout/error-note.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { LinkSection } from './link-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionSection } from './session-section.tsx';
import { TokenSection } from './token-section.tsx';

/** How one's own account is kept safe: password, second factor, sessions and tokens. */
export default function SecurityPage() {
  const t = useTexts();
  const { data: viewer } = useQuery({ queryKey: ['catalogue', 'viewer'], queryFn: currentViewer });
  const { data: security, error, refetch } = useQuery({ queryKey: ['security'], queryFn: loadSecurity });
  // Without a role, as while a second factor is missing, there is nothing to read of sessions and tokens.
  const reads = viewer && viewer.roles.length > 0 ? viewer.user.id : undefined;
  return (
    <Page title={t('security.title')}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {viewer?.secondFactorMissing && !security?.secondFactorAt && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('security.missing')}
        </Alert>
      )}
      {security && viewer ? (
        <Box sx={{ display: 'grid', gap: 2, maxWidth: 860 }}>
          {security.hasPassword && <PasswordSection />}
          {security.hasPassword && <SecondFactorSection security={security} />}
          {security.hasPassword && reads && <LinkSection />}
          {reads && <SessionSection me={reads} current={security.sessionId} />}
          {reads && <TokenSection me={reads} />}
        </Box>
      ) : (
        !error && <PageLoading />
      )}
    </Page>
  );
}
