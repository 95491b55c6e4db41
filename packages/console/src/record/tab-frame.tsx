import { Box, Tab, Tabs } from '@mui/material';
import { type ReactNode, Suspense } from 'react';
import { PageLoading } from '../layout/page-loading.tsx';
import { groupTabs, type RecordTab } from './tab-groups.ts';

interface ShownTab extends RecordTab {
  readonly content: ReactNode;
}

interface TabFrameProps {
  readonly tabs: readonly ShownTab[];
  /** Key of the open one; the first stands open where there is no such tab. */
  readonly open: string;
  readonly onOpen: (key: string) => void;
}

/** The tabs of a record with what the open one holds. Many lists stand in a second row, below the tab of their domain. */
export function TabFrame({ tabs, open, onOpen }: TabFrameProps) {
  const groups = groupTabs(tabs);
  const group = groups.find((each) => each.tabs.some(({ key }) => key === open)) ?? groups[0];
  const current = group?.tabs.find(({ key }) => key === open) ?? group?.tabs[0];
  if (!group || !current) return null;
  const content = <Suspense fallback={<PageLoading />}>{current.content}</Suspense>;
  return (
    <>
      <TabRow
        tabs={groups}
        open={group.key}
        panel="tab-panel"
        onOpen={(key) => onOpen(groups.find((each) => each.key === key)?.tabs[0].key ?? key)}
      />
      <Box role="tabpanel" id="tab-panel" aria-labelledby={`tab-${group.key}`}>
        {group.tabs.length === 1 ? (
          content
        ) : (
          <>
            <TabRow tabs={group.tabs} open={current.key} panel="list-panel" onOpen={onOpen} label={group.label} />
            <Box role="tabpanel" id="list-panel" aria-labelledby={`tab-${current.key}`}>
              {content}
            </Box>
          </>
        )}
      </Box>
    </>
  );
}

interface TabRowProps {
  readonly tabs: readonly { readonly key: string; readonly label: string }[];
  readonly open: string;
  /** Id of the panel that the open one shows. */
  readonly panel: string;
  readonly onOpen: (key: string) => void;
  /** What the tabs have in common, where they stand below another. */
  readonly label?: string;
}

function TabRow({ tabs, open, panel, onOpen, label }: TabRowProps) {
  return (
    <Tabs
      value={open}
      onChange={(_event, key: string) => onOpen(key)}
      variant="scrollable"
      scrollButtons="auto"
      allowScrollButtonsMobile
      aria-label={label}
      className="no-print"
      sx={{
        borderBottom: 1,
        borderColor: 'divider',
        mb: 2,
        // There is nothing to scroll to on that side; MUI would leave an empty place for the button.
        '& .MuiTabs-scrollButtons.Mui-disabled': { display: 'none' },
        ...(label && { mt: -1, minHeight: 40, '& .MuiTab-root': { minHeight: 40, fontSize: '0.8125rem' } }),
      }}
    >
      {tabs.map(({ key, label: name }) => (
        <Tab key={key} value={key} label={name} id={`tab-${key}`} aria-controls={open === key ? panel : undefined} />
      ))}
    </Tabs>
  );
}
