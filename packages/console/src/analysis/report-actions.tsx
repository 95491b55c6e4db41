import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import PinIcon from '@mui/icons-material/PushPinOutlined';
import { Button } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useNotify } from 'react-admin';
import { saveFile } from '../data/exports.ts';
import { adviceKey } from '../data/graph-error.ts';
import { CHANGE_VIEW, isOwn, REMOVE_VIEW, runOnView, SAVE_VIEW, type SavedView } from '../data/saved-views.ts';
import { csvOf } from '../figures/figures.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useAnalysisTexts } from '../i18n/use-analysis-texts.ts';
import { paths } from '../layout/paths.ts';
import { useGo } from '../layout/use-go.ts';
import { useSavedViews } from '../layout/use-saved-views.ts';
import type { PlannedReport, ReportQuery } from './report-query.ts';
import type { ReportTable } from './report-table.ts';
import type { ReportSettings } from './save-report-dialog.tsx';
import type { ReportControl } from './use-report-state.ts';
import { useReportWords } from './use-report-words.ts';

// Whoever looks at a report needs none of them.
const CopyDialog = lazy(() => import('./copy-dialog.tsx'));
const RemoveDialog = lazy(() => import('./remove-dialog.tsx'));
const SaveReportDialog = lazy(() => import('./save-report-dialog.tsx'));

interface ReportActionsProps {
  readonly resource: ResourceDefinition;
  readonly control: ReportControl;
  /** The kept report that is open. */
  readonly saved: SavedView | undefined;
  readonly isChanged: boolean;
  readonly operation: ReportQuery;
  readonly answer: { readonly planned: PlannedReport; readonly table: ReportTable } | undefined;
  readonly title: string;
}

/** What can be done with a report: to keep and share it, to take its table along, to ask for it by a program. */
export function ReportActions(props: ReportActionsProps) {
  const { operation, answer, title } = props;
  const say = useAnalysisTexts();
  const [copying, setCopying] = useState(false);
  return (
    <>
      <KeepingActions {...props} />
      {answer && answer.table.rows.length + answer.table.totals.length > 0 && <CsvButton {...answer} title={title} />}
      <Button color="secondary" variant="outlined" startIcon={<CopyIcon />} onClick={() => setCopying(true)}>
        {say('copy')}
      </Button>
      <Suspense>{copying && <CopyDialog operation={operation} onClose={() => setCopying(false)} />}</Suspense>
    </>
  );
}

type Dialog = 'new' | 'settings' | 'remove';

function KeepingActions({ resource, control, saved, isChanged, title }: ReportActionsProps) {
  const say = useAnalysisTexts();
  const notify = useNotify();
  const go = useGo();
  const { enabled, refetch } = useSavedViews();
  const [dialog, setDialog] = useState<Dialog>();
  if (!enabled) return null;
  const own = saved && isOwn(saved) ? saved : undefined;
  const done = async (name: string) => {
    await refetch();
    notify(say('saved', { name }), { type: 'success' });
  };
  const change = (input: Readonly<Record<string, unknown>>) => {
    runOnView(CHANGE_VIEW, { savedViewId: own?.id, ...input }).then(
      () => done(own?.name ?? ''),
      (error: unknown) => notify(adviceKey(error), { type: 'error' }),
    );
  };
  const keep = async (settings: ReportSettings) => {
    const id = await runOnView(SAVE_VIEW, {
      kind: 'REPORT',
      resource: resource.name,
      state: control.text,
      ...settings,
    });
    await done(settings.name);
    control.becomes(id);
  };
  const rename = async ({ sharedWithRole, ...settings }: ReportSettings) => {
    const seenBy = sharedWithRole === null ? { sharedWithEverybody: true } : { sharedWithRole };
    await runOnView(CHANGE_VIEW, { savedViewId: own?.id, ...settings, ...seenBy });
    await done(settings.name);
  };
  return (
    <>
      {own && isChanged && (
        <Button variant="contained" onClick={() => change({ state: control.text })}>
          {say('saveChange')}
        </Button>
      )}
      <Button
        variant={saved ? 'outlined' : 'contained'}
        color={saved ? 'secondary' : 'primary'}
        onClick={() => setDialog('new')}
      >
        {say(saved ? 'saveAs' : 'save')}
      </Button>
      {own && (
        <>
          <Button
            color="secondary"
            variant="outlined"
            startIcon={<PinIcon />}
            onClick={() => change({ pinned: !own.pinned })}
          >
            {say(own.pinned ? 'unpin' : 'pin')}
          </Button>
          <Button color="secondary" variant="outlined" onClick={() => setDialog('settings')}>
            {say('settings')}
          </Button>
          <Button color="error" variant="outlined" onClick={() => setDialog('remove')}>
            {say('remove')}
          </Button>
        </>
      )}
      <Suspense>
        {dialog === 'new' && (
          <SaveReportDialog
            title={say(saved ? 'saveAs' : 'save')}
            given={{ name: saved ? '' : title, shared: false, sharedWithRole: null, pinned: false }}
            save={keep}
            onClose={() => setDialog(undefined)}
          />
        )}
        {dialog === 'settings' && own && (
          <SaveReportDialog title={say('settings')} given={own} save={rename} onClose={() => setDialog(undefined)} />
        )}
        {dialog === 'remove' && own && (
          <RemoveDialog
            name={own.name}
            remove={async () => {
              await runOnView(REMOVE_VIEW, { savedViewId: own.id });
              await refetch();
              notify(say('removed', { name: own.name }), { type: 'success' });
              go(paths.analyses);
            }}
            onClose={() => setDialog(undefined)}
          />
        )}
      </Suspense>
    </>
  );
}

/** The table as it stands, as a file: amounts as plain numbers, each with its currency beside. */
function CsvButton({ planned, table, title }: { planned: PlannedReport; table: ReportTable; title: string }) {
  const { say, keyName, keyText, measureName } = useReportWords(planned);
  const save = () => {
    const currency = planned.currency ? [say('currency')] : [];
    const head = [...table.keys.map(keyName), ...table.measures.map(measureName), ...currency];
    const rows = table.rows.map((row) => [
      ...table.keys.map((key, index) => keyText(key, row.keys[index])),
      ...row.values.map((value) => String(value ?? '')),
      ...currency.map(() => row.currency ?? ''),
    ]);
    const totals = table.totals.map((row) => [
      ...table.keys.map((_key, index) => (index === 0 ? say('total') : '')),
      ...row.values.map((value) => String(value ?? '')),
      ...currency.map(() => row.currency ?? ''),
    ]);
    const csv = csvOf([head, ...rows, ...totals]);
    saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${title}.csv`);
  };
  return (
    <Button color="secondary" variant="outlined" startIcon={<DownloadIcon />} onClick={save}>
      {say('csv')}
    </Button>
  );
}
