import { Box, MenuItem, Tab, Tabs, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useGetIdentity } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { ask } from '../data/graph-client.ts';
import type { Reference } from '../generator/form-values.ts';
import { useLanguage, useTexts } from '../i18n/use-texts.ts';
import { ReferencePicker } from '../inputs/reference-picker.tsx';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { Page } from '../layout/page.tsx';
import { ACCESS_FIELDS, type Explanation } from './access-query.ts';
import { FieldReaders } from './field-readers.tsx';
import { UserAccess } from './user-access.tsx';

/** Why somebody sees something, and who does: for those who read the role grants of others. */
export default function AccessPage() {
  return useCatalogue().explainsAccess ? <Questions /> : <NotFoundPage />;
}

const wide = { width: { xs: '100%', sm: 260 } } as const;

function Questions() {
  const t = useTexts();
  const [params, setParams] = useSearchParams();
  const { byName } = useCatalogue();
  const byField = params.get('tab') === 'field';
  const entity = byName.has(params.get('entity') ?? '') ? params.get('entity') : null;
  const [userId, id, field] = [params.get('user'), params.get('id'), params.get('field')];
  const set = (changes: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setParams(next, { replace: true });
  };
  const answer = byField ? (
    entity && id && field ? (
      <FieldReaders entity={entity} id={id} field={field} />
    ) : (
      <Typography color="text.secondary">{t('access.chooseField')}</Typography>
    )
  ) : entity && userId ? (
    <UserAccess userId={userId} entity={entity} id={id} />
  ) : (
    <Typography color="text.secondary">{t('access.choose')}</Typography>
  );
  return (
    <Page title={t('access.title')}>
      <Tabs
        value={byField ? 'field' : 'user'}
        onChange={(_event, tab: string) => set({ tab: tab === 'field' ? tab : null })}
        variant="scrollable"
        allowScrollButtonsMobile
        className="no-print"
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}
      >
        <Tab value="user" label={t('access.byUser')} id="tab-user" aria-controls="tab-panel" />
        <Tab value="field" label={t('access.byField')} id="tab-field" aria-controls="tab-panel" />
      </Tabs>
      <Box role="tabpanel" id="tab-panel" aria-labelledby={byField ? 'tab-field' : 'tab-user'}>
        <Box className="no-print" sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', mb: 2 }}>
          {!byField && <RecordChoice name="user" target="User" id={userId} onChange={(user) => set({ user })} />}
          <EntityChoice value={entity} onChange={(chosen) => set({ entity: chosen, id: null, field: null })} />
          {entity && (
            <RecordChoice
              key={entity}
              name="record"
              target={entity}
              id={id}
              onChange={(chosen) => set({ id: chosen })}
              {...(!byField && id === null && { hint: t('access.recordHint') })}
            />
          )}
          {entity && byField && (
            <FieldChoice entity={entity} value={field} onChange={(chosen) => set({ field: chosen })} />
          )}
        </Box>
        {answer}
      </Box>
    </Page>
  );
}

interface ChoiceProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

function EntityChoice({ value, onChange }: ChoiceProps) {
  const t = useTexts();
  const { resources } = useCatalogue();
  return (
    <TextField
      select
      id="access-entity"
      label={t('access.entity')}
      margin="none"
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value)}
      sx={wide}
    >
      {resources.map(({ name, label }) => (
        <MenuItem key={name} value={name}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Every field of an entity, those that the viewer does not read among them: the graph explains one's own access too. */
function FieldChoice({ entity, value, onChange }: ChoiceProps & { entity: string }) {
  const t = useTexts();
  const language = useLanguage();
  const { identity } = useGetIdentity();
  const { data } = useQuery({
    queryKey: ['accessFields', entity, language, identity?.id],
    enabled: identity !== undefined,
    queryFn: ({ signal }) =>
      ask<{ explainAccess: Pick<Explanation, 'fields'> | null }>(
        ACCESS_FIELDS,
        { userId: identity?.id, entity, language },
        signal,
      ),
  });
  const fields = data?.explainAccess?.fields ?? [];
  return (
    <TextField
      select
      id="access-field"
      label={t('access.field')}
      margin="none"
      value={fields.some(({ name }) => name === value) ? value : ''}
      onChange={({ target }) => onChange(target.value)}
      sx={wide}
    >
      {fields.map(({ name, label }) => (
        <MenuItem key={name} value={name}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface RecordChoiceProps {
  readonly name: 'user' | 'record';
  readonly target: string;
  readonly id: string | null;
  readonly onChange: (id: string | null) => void;
  readonly hint?: string;
}

/** A record that stands in the address by its id, shown by its label. */
function RecordChoice({ name, target, id, onChange, hint }: RecordChoiceProps) {
  const t = useTexts();
  const resource = useCatalogue().byName.get(target);
  const { data } = useQuery({
    queryKey: [target, 'label', id],
    enabled: id !== null && resource !== undefined,
    queryFn: ({ signal }) =>
      ask<{ it: Reference | null }>(
        `query Label($id: ID!) { it: ${resource?.single}(id: $id) { id _label } }`,
        { id },
        signal,
      ),
  });
  const value = id === null ? null : (data?.it ?? { id, _label: '' });
  return (
    <Box sx={wide}>
      <ReferencePicker
        target={target}
        multiple={false}
        value={value}
        onChange={(chosen) => onChange(chosen?.id ?? null)}
        field={{ id: `access-${name}`, label: t(`access.${name}`), margin: 'none', helperText: hint, fullWidth: true }}
      />
    </Box>
  );
}
