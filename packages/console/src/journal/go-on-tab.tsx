import { Button, Typography } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { paths } from '../layout/paths.ts';

/** From a draft to the sheet on which it is gone on with. */
export default function GoOnTab() {
  const t = useTexts();
  const draft = useRecordContext();
  const entries = useCatalogue().byName.get('JournalEntry');
  const posts = entries?.listActions.some(({ name }) => name === 'postEntry');
  if (!draft || !entries || !posts || draft['status'] !== 'DRAFT')
    return <Typography color="text.secondary">{t('journal.noMore')}</Typography>;
  return (
    <Button component={Link} to={`${paths.action(entries, 'postEntry')}?draft=${draft.id}`} variant="contained">
      {t('journal.goOn')}
    </Button>
  );
}
