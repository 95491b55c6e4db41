import { Button, Dialog, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useEffect } from 'react';
import { loadViewer, type ViewerUser } from '../data/viewer.ts';
import { isLanguage } from '../i18n/languages.ts';
import { SESSION_TEXTS } from '../i18n/session.ts';
import { useLanguage } from '../i18n/use-texts.ts';
import { paths } from '../layout/paths.ts';
import { ProviderLinks } from './provider-links.tsx';
import { SignInForm } from './sign-in-form.tsx';

interface SessionDialogProps {
  /** Whose session has ended. */
  readonly user: ViewerUser;
  /** Told when the same person is signed in again. */
  readonly onSignedIn: () => void;
}

/**
 * Over a page whose session has ended: whoever was there signs in again and goes on, and what was typed is still there.
 * The page behind is not to be read meanwhile. Somebody else gets a page of their own.
 */
export default function SessionDialog({ user, onSignedIn }: SessionDialogProps) {
  const language = useLanguage();
  const texts = SESSION_TEXTS[isLanguage(language) ? language : 'en'];
  useEffect(() => {
    // By an organisation's own way, or at the console in another tab.
    const lookAround = () => {
      if (document.hidden) return;
      loadViewer().then(
        (viewer) => {
          if (viewer?.user.id === user.id) onSignedIn();
          else if (viewer) window.location.reload();
        },
        () => undefined,
      );
    };
    document.addEventListener('visibilitychange', lookAround);
    window.addEventListener('focus', lookAround);
    return () => {
      document.removeEventListener('visibilitychange', lookAround);
      window.removeEventListener('focus', lookAround);
    };
  }, [user.id, onSignedIn]);
  const leave = () => window.location.assign(paths.signIn);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      aria-labelledby="session-title"
      slotProps={{ backdrop: { sx: { bgcolor: 'background.default' } } }}
    >
      <DialogTitle id="session-title">{texts.title}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{texts.hint}</DialogContentText>
        <SignInForm knownEmail={user.email} onSignedIn={onSignedIn} otherWays={<ProviderLinks next="/" apart />}>
          <Button color="secondary" fullWidth onClick={leave}>
            {texts.somebodyElse}
          </Button>
        </SignInForm>
      </DialogContent>
    </Dialog>
  );
}
