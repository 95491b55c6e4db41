import { Alert, Snackbar } from '@mui/material';
import { useEffect, useState } from 'react';
import { type NotificationPayload, useNotificationContext, useTranslate } from 'react-admin';

/** The latest message of success or failure. A failure stays until it is closed or something else is said. */
export function Notices() {
  const translate = useTranslate();
  const { notifications, takeNotification } = useNotificationContext();
  const [current, setCurrent] = useState<NotificationPayload>();
  useEffect(() => {
    if (notifications.length > 0) setCurrent(takeNotification() ?? undefined);
  }, [notifications, takeNotification]);
  if (!current || typeof current.message !== 'string') return null;
  const failed = current.type === 'error' || current.type === 'warning';
  const close = () => setCurrent(undefined);
  return (
    <Snackbar
      open
      autoHideDuration={failed ? null : 4000}
      onClose={(_event, reason) => reason !== 'clickaway' && close()}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      className="no-print"
    >
      <Alert severity={current.type} onClose={close} closeText={translate('ra.action.close')} elevation={6}>
        {translate(current.message, { _: current.message, ...current.notificationOptions?.messageArgs })}
      </Alert>
    </Snackbar>
  );
}
