import { Button, List, ListItem, ListItemText, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { loadTokens, revokeApiToken } from '../data/security.ts';
import { useLanguage, useTexts } from '../i18n/use-texts.ts';
import { ErrorNote } from '../layout/error-note.tsx';
import { useRefresh } from '../record/use-refresh.ts';
import { formatInstant } from '../values/format.ts';
import CreateTokenButton from './create-token-button.tsx';
import { Section } from './section.tsx';

/** What programs act as the viewer with. */
export function TokenSection({ me }: { me: string }) {
  const t = useTexts();
  const language = useLanguage();
  const refresh = useRefresh();
  const { data, error } = useQuery({ queryKey: ['my-tokens', me], queryFn: () => loadTokens(me) });
  const revoke = async (id: string) => {
    await revokeApiToken(id);
    await refresh();
  };
  return (
    <Section title={t('security.tokens')} actions={<CreateTokenButton />}>
      {error && <ErrorNote error={error} onRetry={() => void refresh()} />}
      {data?.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('security.noTokens')}</Typography>}
      <List dense disablePadding>
        {(data ?? []).map(({ id, name, ending, expiresAt }) => (
          <ListItem key={id} disableGutters divider sx={{ gap: 2 }}>
            <ListItemText
              primary={`${name} (…${ending})`}
              secondary={t('security.tokenUntil', { until: formatInstant(expiresAt, language) })}
            />
            <Button
              size="small"
              color="secondary"
              onClick={() => void revoke(id)}
              aria-label={t('security.endToken', { name })}
            >
              {t('security.end')}
            </Button>
          </ListItem>
        ))}
      </List>
    </Section>
  );
}
