import { Button } from '@mui/material';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts.ts';
import { useResource } from '../layout/catalogue-context.tsx';
import { paths } from '../layout/paths.ts';

/** From the list of open items to the page that settles them. */
export default function SettleButton() {
  const t = useTexts();
  const allocations = useResource('Allocation');
  if (!allocations?.listActions.some(({ name }) => name === 'allocateItems')) return null;
  return (
    <Button component={Link} to={paths.action(allocations, 'allocateItems')} variant="contained">
      {t('settle.title')}
    </Button>
  );
}
