import { Button, List, ListItem, ListItemText, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { loadSessions, type OwnSession, revokeOtherSessions, revokeSession } from '../data/security.ts';
import { useLanguage, useTexts } from '../i18n/use-texts.ts';
import { ErrorNote } from '../layout/error-note.tsx';
import { useRefresh } from '../record/use-refresh.ts';
import { formatInstant } from '../values/format.ts';
import { browserName } from './browser-name.ts';
import { Section } from './section.tsx';

interface SessionSectionProps {
  readonly me: string;
  /** Session that this browser has. */
  readonly current: string | null;
}

/** Where somebody is signed in, and how to end it. */
export function SessionSection({ me, current }: SessionSectionProps) {
  const t = useTexts();
  const refresh = useRefresh();
  const { data = [], error } = useQuery({ queryKey: ['my-sessions', me], queryFn: () => loadSessions(me) });
  const others = data.filter(({ id }) => id !== current);
  const end = async (work: Promise<void>) => {
    await work;
    await refresh();
  };
  const endOthers = others.length > 0 && (
    <Button variant="outlined" color="secondary" onClick={() => void end(revokeOtherSessions())}>
      {t('security.endOthers')}
    </Button>
  );
  return (
    <Section title={t('security.sessions')} actions={endOthers}>
      {error && <ErrorNote error={error} onRetry={() => void refresh()} />}
      <List dense disablePadding>
        {data.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            isCurrent={session.id === current}
            onEnd={() => void end(revokeSession(session.id))}
          />
        ))}
      </List>
    </Section>
  );
}

interface SessionItemProps {
  readonly session: OwnSession;
  readonly isCurrent: boolean;
  readonly onEnd: () => void;
}

function SessionItem({ session, isCurrent, onEnd }: SessionItemProps) {
  const t = useTexts();
  const language = useLanguage();
  const { address, userAgent, signedInAt, lastUsedAt } = session;
  const browser = browserName(userAgent) ?? t('security.unknownBrowser');
  const when = t('security.sessionTimes', {
    since: formatInstant(signedInAt, language),
    used: formatInstant(lastUsedAt, language),
  });
  return (
    <ListItem disableGutters divider sx={{ gap: 2 }}>
      <ListItemText
        primary={[browser, address].filter(Boolean).join(', ')}
        secondary={when}
        slotProps={{ primary: { sx: { overflowWrap: 'anywhere' } } }}
      />
      {isCurrent ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {t('security.thisBrowser')}
        </Typography>
      ) : (
        <Button size="small" color="secondary" onClick={onEnd} aria-label={t('security.endSession', { browser })}>
          {t('security.end')}
        </Button>
      )}
    </ListItem>
  );
}
