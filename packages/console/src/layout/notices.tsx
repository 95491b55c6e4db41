import { Alert, Snackbar } from '@mui/material';
import { useEffect, useState } from 'react';
import { type NotificationPayload, useNotificationContext, useTranslate } from 'react-admin';

/** Messages of success and failure, one after the other. A failure stays until it is closed. */
export function Notices() {
  const translate = useTranslate();
  const { notifications, takeNotification } = useNotificationContext();
  const [current, setCurrent] = useState<NotificationPayload>();
  useEffect(() => {
    if (current || notifications.length === 0) return;
    setCurrent(takeNotification() ?? undefined);
  }, [current, notifications, takeNotification]);
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
