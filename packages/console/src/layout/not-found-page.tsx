import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Page } from './page.tsx';

export function NotFoundPage() {
  const translate = useTranslate();
  return (
    <Page title={translate('ra.page.not_found')}>
      <p>{translate('ra.message.not_found')}</p>
      <Button component={Link} to="/" variant="outlined">
        {translate('kontor.app.home')}
      </Button>
    </Page>
  );
}
