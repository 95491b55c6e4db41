import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import type { MySecurity } from '../data/security.ts';
import { replaceRecoveryCodes, turnOffSecondFactor } from '../data/security.ts';
import { useLanguage, useTexts } from '../i18n/use-texts.ts';
import { useRefresh } from '../record/use-refresh.ts';
import { formatInstant } from '../values/format.ts';
import { CodeDialog } from './code-dialog.tsx';
import { Section } from './section.tsx';
import { SetUpDeviceDialog } from './set-up-device-dialog.tsx';

type Open = 'set up' | 'turn off' | 'new codes' | null;

/** The code that is asked for besides the password. */
export function SecondFactorSection({ security }: { security: MySecurity }) {
  const t = useTexts();
  const language = useLanguage();
  const refresh = useRefresh();
  const [open, setOpen] = useState<Open>(null);
  const { secondFactorAt, recoveryCodesLeft } = security;
  const close = () => {
    setOpen(null);
    void refresh();
  };
  const actions = secondFactorAt ? (
    <>
      <Button variant="outlined" onClick={() => setOpen('new codes')}>
        {t('security.newCodes')}
      </Button>
      <Button variant="outlined" color="secondary" onClick={() => setOpen('turn off')}>
        {t('security.turnOff')}
      </Button>
    </>
  ) : (
    <Button variant="contained" onClick={() => setOpen('set up')}>
      {t('security.turnOn')}
    </Button>
  );
  return (
    <Section title={t('security.secondFactor')} actions={actions}>
      <Typography sx={{ color: 'text.secondary' }}>
        {secondFactorAt
          ? t('security.isOn', { since: formatInstant(secondFactorAt, language), left: recoveryCodesLeft })
          : t('security.isOff')}
      </Typography>
      {open === 'set up' && <SetUpDeviceDialog onClose={close} />}
      {open === 'turn off' && (
        <CodeDialog
          title={t('security.turnOff')}
          submit={t('security.turnOff')}
          onClose={close}
          onCode={turnOffSecondFactor}
        />
      )}
      {open === 'new codes' && (
        <CodeDialog
          title={t('security.newCodes')}
          submit={t('security.newCodes')}
          onClose={close}
          onCode={replaceRecoveryCodes}
        />
      )}
    </Section>
  );
}
