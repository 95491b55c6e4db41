import { useRecordContext } from 'react-admin';
import { SettleSheet } from './settle-sheet.tsx';

/** What is open with a business partner, on its page. */
export default function PartyTab() {
  const party = useRecordContext();
  return party ? <SettleSheet partyId={String(party.id)} /> : null;
}
