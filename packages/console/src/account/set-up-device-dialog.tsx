import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import encodeQR from 'qr';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Placed } from '../data/graph-error.ts';
import { beginSecondFactor, confirmSecondFactor, type DeviceSecret } from '../data/security.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { CodeField } from '../sign-in/code-field.tsx';
import { PasswordField } from '../sign-in/password-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Sets a device up: the password, then what the device scans and the first code that it shows, then recovery codes. */
export function SetUpDeviceDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const translate = useTranslate();
  const explain = useRefusals();
  const id = useId();
  const [password, setPassword] = useState('');
  const [device, setDevice] = useState<DeviceSecret>();
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[]>();
  const [{ faults, problem }, setPlaced] = useState<Placed>({ faults: {}, problem: '' });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPlaced({ faults: {}, problem: '' });
    try {
      if (device) setCodes(await confirmSecondFactor(code));
      else setDevice(await beginSecondFactor(password));
    } catch (error) {
      setPlaced(explain(error, new Set(device ? ['code'] : ['currentPassword'])));
    }
  };
  // What asked for the second factor counts from now on: rights are read anew.
  const done = () => (codes ? window.location.reload() : onClose());
  return (
    <Dialog open onClose={codes ? undefined : onClose} maxWidth="xs" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{t('security.turnOn')}</DialogTitle>
      <form onSubmit={(event) => void submit(event)}>
        <DialogContent>
          {codes && <RecoveryCodes codes={codes} />}
          {!device && (
            <PasswordField
              label={t('account.currentPassword')}
              required
              autoFocus
              autoComplete="current-password"
              value={password}
              error={Boolean(faults['currentPassword'])}
              helperText={faults['currentPassword'] ?? ' '}
              onChange={({ target }) => setPassword(target.value)}
            />
          )}
          {device && !codes && (
            <>
              <DeviceQr device={device} />
              <CodeField
                autoFocus
                value={code}
                error={Boolean(faults['code'])}
                helperText={faults['code'] ?? ' '}
                onChange={({ target }) => setCode(target.value)}
              />
            </>
          )}
          {problem && <Alert severity="error">{problem}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button color="secondary" onClick={done}>
            {translate(codes ? 'ra.action.close' : 'ra.action.cancel')}
          </Button>
          {!codes && (
            <Button type="submit" variant="contained">
              {t(device ? 'security.confirm' : 'security.next')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** The address as a QR code, black on white in either theme so that every device reads it, and the secret as text. */
function DeviceQr({ device }: { device: DeviceSecret }) {
  const t = useTexts();
  const { path, size } = useMemo(() => drawn(device.address), [device.address]);
  return (
    <>
      <Typography sx={{ mb: 1.5 }}>{t('security.scan')}</Typography>
      <Box sx={{ display: 'flex', justifyContent: 'center', mb: 1.5 }}>
        <svg viewBox={`0 0 ${size} ${size}`} width={220} height={220} role="img" shapeRendering="crispEdges">
          <title>{t('security.qr')}</title>
          <rect width={size} height={size} fill="#fff" />
          <path d={path} fill="#000" />
        </svg>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('security.typeSecret')}
      </Typography>
      <Box component="code" sx={{ display: 'block', mb: 2, overflowWrap: 'anywhere', userSelect: 'all' }}>
        {device.secret}
      </Box>
    </>
  );
}

function drawn(address: string): { path: string; size: number } {
  const rows = encodeQR(address, 'raw', { border: 4 });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { path, size: rows.length };
}
