import { Alert, Box, Stack, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../data/graph-client.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useCompanies } from '../inputs/company-select.tsx';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { mayTryPay } from './may-try-pay.ts';
import { PreviewForm } from './preview-form.tsx';
import { PAY_PREVIEW, type Preview, type PreviewQuestion } from './preview-query.ts';
import { PreviewTable } from './preview-table.tsx';

/** Tries out a salary, for an employee or for an offer. Nothing is kept. */
export default function PreviewPage() {
  const t = useTexts();
  const { byName } = useCatalogue();
  const companies = useCompanies();
  const [asked, setAsked] = useState<PreviewQuestion>();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['pay preview', asked],
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ask<{ it: Preview | null }>(PAY_PREVIEW, { ...asked }, signal),
  });
  if (!mayTryPay(byName)) return <NotFoundPage />;
  const found = asked && data?.it;
  return (
    <Page title={t('payPreview.title')}>
      <Typography sx={{ color: 'text.secondary', mb: 2, maxWidth: 760 }}>{t('payPreview.intro')}</Typography>
      {companies ? (
        <Stack sx={{ gap: 3 }}>
          <PreviewForm companies={companies} facts={found?.facts ?? []} busy={isFetching} onAsk={setAsked} />
          <Box aria-live="polite" aria-busy={isFetching}>
            {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
            {asked && isFetching && !data && <PageLoading />}
            {asked && data && !data.it && <Typography>{t('payPreview.notYours')}</Typography>}
            {found && <Answer preview={found} />}
          </Box>
        </Stack>
      ) : (
        <PageLoading />
      )}
    </Page>
  );
}

function Answer({ preview }: { readonly preview: Preview }) {
  const t = useTexts();
  const { problems, notices } = preview.proposed;
  return (
    <>
      {problems.length > 0 && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {t('payPreview.wrong')} {problems.map(({ message }) => message).join(' ')}
        </Alert>
      )}
      {notices.map((notice) => (
        <Alert key={notice} severity="warning" role="note" sx={{ mb: 2 }}>
          {notice}
        </Alert>
      ))}
      {preview.currencyCode && <PreviewTable preview={preview} />}
    </>
  );
}
