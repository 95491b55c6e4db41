import { Box, Button, Divider } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { loadProviders } from '../data/security.ts';
import { useTexts } from '../i18n/use-texts.ts';

interface ProviderLinksProps {
  readonly next: string;
  /** In a tab of its own, so that the page in front stays. */
  readonly apart?: boolean;
}

/** The organisation's own ways to sign in, where it has any. They are links: the way leads over other sites and back. */
export function ProviderLinks({ next, apart = false }: ProviderLinksProps) {
  const t = useTexts();
  const { data: providers = [] } = useQuery({ queryKey: ['providers'], queryFn: loadProviders });
  if (providers.length === 0) return null;
  return (
    <Box sx={{ mb: 2 }}>
      {providers.map(({ id, name, path }) => (
        <Button
          key={id}
          component="a"
          href={`${path}?next=${encodeURIComponent(next)}`}
          {...(apart && { target: '_blank', rel: 'noopener' })}
          variant="outlined"
          size="large"
          fullWidth
          sx={{ mt: 1 }}
        >
          {t('signIn.byProvider', { name })}
        </Button>
      ))}
      <Divider sx={{ mt: 2 }}>{t('signIn.orPassword')}</Divider>
    </Box>
  );
}
