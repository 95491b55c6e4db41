import { Box } from '@mui/material';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Reference } from '../generator/form-values.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ReferencePicker } from '../inputs/reference-picker.tsx';
import { Page } from '../layout/page.tsx';
import { SettleSheet } from './settle-sheet.tsx';

/** Settles what is open between the company and a business partner. */
export default function SettlePage() {
  const t = useTexts();
  const [params, setParams] = useSearchParams();
  const partyId = params.get('party');
  const [party, setParty] = useState<Reference | null>(null);
  return (
    <Page title={t('settle.title')}>
      <Box sx={{ maxWidth: 420, mb: 2 }}>
        <ReferencePicker
          target="Party"
          multiple={false}
          value={party ?? (partyId === null ? null : { id: partyId, _label: '' })}
          onChange={(chosen) => {
            setParty(chosen);
            setParams(chosen ? { party: chosen.id } : {}, { replace: true });
          }}
          field={{ id: 'settle-party', label: t('settle.party'), margin: 'none', fullWidth: true }}
        />
      </Box>
      {partyId !== null && <SettleSheet key={partyId} partyId={partyId} />}
    </Page>
  );
}
