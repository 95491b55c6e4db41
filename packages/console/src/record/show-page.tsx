import EditIcon from '@mui/icons-material/EditOutlined';
import { Box, Button, Typography } from '@mui/material';
import { lazy } from 'react';
import { RecordContextProvider } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { RecordActions } from '../actions/record-actions.tsx';
import type { RelatedList, ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import { ErrorNote } from '../layout/error-note.tsx';
import { Page } from '../layout/page.tsx';
import { PageLoading } from '../layout/page-loading.tsx';
import { paths } from '../layout/paths.ts';
import { SlotView } from '../layout/slot-view.tsx';
import { InactiveMark } from '../list/inactive-mark.tsx';
import type { ResourcePageProps } from '../resource-pages.tsx';
import { Value } from '../values/value.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { DeactivateButton } from './deactivate-button.tsx';
import { DetailSections } from './detail-sections.tsx';
import { TabFrame } from './tab-frame.tsx';
import { type GraphRecord, labelOf, useRecord } from './use-record.ts';

const RelatedRecords = lazy(() => import('./related-records.tsx'));
const ListedIn = lazy(() => import('./listed-in.tsx'));
const History = lazy(() => import('./history.tsx'));

export default function ShowPage({ resource }: ResourcePageProps) {
  const { id = '' } = useParams();
  const { data: record, error, refetch } = useRecord(resource, id);
  const title = labelOf(record, resource);
  return (
    <Page
      title={title}
      before={<Breadcrumb resource={resource} />}
      subtitle={record && <Subtitle resource={resource} record={record} />}
      actions={record && <Buttons resource={resource} record={record} />}
    >
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!record && !error && <PageLoading />}
      {record && (
        <RecordContextProvider value={record}>
          <RecordTabs resource={resource} record={record} />
        </RecordContextProvider>
      )}
    </Page>
  );
}

function Subtitle({ resource, record }: { resource: ResourceDefinition; record: GraphRecord }) {
  const status = resource.statusField ? resource.fieldByName.get(resource.statusField) : undefined;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <span>{resource.label}</span>
      {status && <Value field={status} record={record} />}
      {record['active'] === false && <InactiveMark />}
    </Box>
  );
}

function Buttons({ resource, record }: { resource: ResourceDefinition; record: GraphRecord }) {
  const t = useTexts();
  const { explainsAccess } = useCatalogue();
  const isGuided = useOpenTab(resource) === GUIDE;
  const actions = resource.recordActions.filter(({ name }) => record._can.actions.includes(name));
  return (
    <>
      {explainsAccess && (
        <Button component={Link} to={paths.whoMayRead(resource.name, record.id)} color="secondary">
          {t('access.who')}
        </Button>
      )}
      {!isGuided && (
        <RecordActions resource={resource} record={record} actions={actions} primary={!record._can.update} />
      )}
      <DeactivateButton resource={resource} record={record} />
      {resource.update !== 'NEVER' && record._can.update && (
        <Button component={Link} to={paths.edit(resource, record.id)} variant="contained" startIcon={<EditIcon />}>
          {t('record.edit')}
        </Button>
      )}
    </>
  );
}

interface DetailsProps {
  readonly resource: ResourceDefinition;
  readonly record: GraphRecord;
  /** The records that it consists of. */
  readonly parts: RelatedList | undefined;
}

function Details({ resource, record, parts }: DetailsProps) {
  return (
    <>
      <DetailSections resource={resource} record={record} />
      {parts && (
        <Box component="section" aria-labelledby="record-parts">
          <Typography id="record-parts" variant="h2" sx={{ mt: 2, mb: 1 }}>
            {parts.field.label}
          </Typography>
          <RelatedRecords related={parts} record={record} />
        </Box>
      )}
    </>
  );
}

const domainOf = (target: ResourceDefinition | undefined) =>
  target ? { domain: { name: target.domain, label: target.domainLabel } } : {};

const GUIDE = 'guide';

/** The tab that the address names; without one, the guide of what has one, else the details. */
function useOpenTab({ patch }: ResourceDefinition): string {
  const [params] = useSearchParams();
  return params.get('tab') ?? (patch?.guide ? GUIDE : 'details');
}

function RecordTabs({ resource, record }: { resource: ResourceDefinition; record: GraphRecord }) {
  const t = useTexts();
  const [, setParams] = useSearchParams();
  const open = useOpenTab(resource);
  const { byName } = useCatalogue();
  const { guide } = resource.patch ?? {};
  const parts = resource.related.find(({ field }) => field.name === resource.patch?.parts);
  const others = resource.related.filter((related) => related !== parts);
  // Two lists of the same records are told apart by what this one is in them.
  const tabLabel = ({ field, target, backReference }: RelatedList) => {
    const isAlone = others.filter((other) => other.field.label === field.label).length === 1;
    const part = byName.get(target)?.fieldByName.get(backReference)?.label;
    return isAlone || !part ? field.label : `${field.label} (${part})`;
  };
  const slots = (resource.patch?.showTabs ?? []).filter(({ needs }) => needs.every((name) => byName.has(name)));
  const lists = (resource.patch?.showLists ?? []).flatMap(({ entity, field }) => {
    const target = byName.get(entity);
    return target?.fieldByName.has(field) ? [{ target, field }] : [];
  });
  const tabs = [
    ...(guide ? [{ key: GUIDE, label: t('tab.guide'), content: <SlotView slot={guide} /> }] : []),
    {
      key: 'details',
      label: t('record.details'),
      content: <Details resource={resource} record={record} parts={parts} />,
    },
    { key: 'history', label: t('record.history'), content: <History entity={resource.name} id={record.id} /> },
    ...others.map((related) => ({
      key: related.field.name,
      label: tabLabel(related),
      ...domainOf(byName.get(related.target)),
      content: <RelatedRecords related={related} record={record} />,
    })),
    ...lists.map(({ target, field }) => ({
      key: target.name,
      label: target.pluralLabel,
      ...domainOf(target),
      content: <ListedIn target={target} field={field} id={record.id} />,
    })),
    ...slots.map(({ key, component }) => ({ key, label: t(`tab.${key}`), content: <SlotView slot={component} /> })),
  ];
  return (
    <TabFrame
      tabs={tabs}
      open={open}
      onOpen={(key) => setParams(key === tabs[0]?.key ? {} : { tab: key }, { replace: true })}
    />
  );
}
