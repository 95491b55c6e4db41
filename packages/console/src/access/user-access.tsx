import { Alert, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/graph-client.ts';
import { useLanguage, useReaderLocale, useTexts } from '../i18n/use-texts.ts';
import { ErrorNote } from '../layout/error-note.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { EXPLAIN_ACCESS, type Explanation } from './access-query.ts';
import { AnswerTable, Named } from './answer-table.tsx';
import { AccessCell, useRoleLabel } from './reasons.tsx';

interface UserAccessProps {
  readonly userId: string;
  readonly entity: string;
  readonly id: string | null;
}

/** What a user may do with a record, or with a kind of record in general. */
export function UserAccess({ userId, entity, id }: UserAccessProps) {
  const t = useTexts();
  const language = useLanguage();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['explainAccess', userId, entity, id, language],
    queryFn: ({ signal }) =>
      ask<{ explainAccess: Explanation | null }>(EXPLAIN_ACCESS, { userId, entity, id, language }, signal),
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <PageLoading />;
  if (!data.explainAccess) return <Typography color="text.secondary">{t('access.notFound')}</Typography>;
  return <Explained explanation={data.explainAccess} onRecord={id !== null} />;
}

function Explained({ explanation, onRecord }: { explanation: Explanation; onRecord: boolean }) {
  const t = useTexts();
  const { companies, row, fields, commands, own, active } = explanation;
  const common = { companies, onRecord };
  return (
    <>
      <Grants explanation={explanation} />
      {active === false && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('access.inactive')}
        </Alert>
      )}
      {own && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('access.ownRecord')}
        </Alert>
      )}
      <AnswerTable
        label={t('access.byUser')}
        columns={[t('access.field'), t('access.reads'), t('access.changes')]}
        rows={[
          {
            key: '',
            cells: [<Named key="" name={t('access.row')} />, <AccessCell key="read" access={row} {...common} />, ''],
          },
          ...fields.map(({ name, label, dataClass, read, end, change }) => {
            const endOnly = read.extent === 'NO' && end.extent !== 'NO';
            const shown = endOnly ? end : read;
            return {
              key: name,
              cells: [
                <Named key="name" name={label} about={dataClass} />,
                <AccessCell
                  key="read"
                  access={shown}
                  label={endOnly && end.extent === 'YES' ? t('access.endOnly') : undefined}
                  {...common}
                />,
                <AccessCell key="change" access={change} {...common} />,
              ],
            };
          }),
        ]}
      />
      {commands.length > 0 && (
        <AnswerTable
          label={t('access.action')}
          columns={[t('access.action'), t('access.runs')]}
          rows={commands.map(({ name, label, barsOwnCase, run }) => ({
            key: name,
            cells: [
              <Named key="name" name={label} {...(barsOwnCase && { about: t('access.ownCase') })} />,
              <AccessCell key="run" access={run} {...common} />,
            ],
          }))}
        />
      )}
    </>
  );
}

function Grants({ explanation: { grants, companies } }: { explanation: Explanation }) {
  const t = useTexts();
  const locale = useReaderLocale();
  const roleLabel = useRoleLabel();
  const said = grants.map(({ role, companyId, untilAt }) => {
    const company = companyId === null ? t('access.allCompanies') : companies.find(({ id }) => id === companyId)?.label;
    const day = untilAt && new Date(untilAt).toLocaleDateString(locale);
    return [`${roleLabel(role)}, ${company ?? ''}`, ...(day ? [t('access.until', { day })] : [])].join(' ');
  });
  return (
    <Typography sx={{ mb: 2 }}>
      <strong>{t('access.roles')}:</strong> {said.length > 0 ? said.join(' · ') : t('access.noRoles')}{' '}
      <Typography component="span" sx={{ color: 'text.secondary' }}>
        {t('access.counted')}
      </Typography>
    </Typography>
  );
}
