import ClosedIcon from '@mui/icons-material/ChevronRight';
import OpenIcon from '@mui/icons-material/ExpandMore';
import { Box } from '@mui/material';
import { type KeyboardEvent, useEffect, useRef } from 'react';

import { useTexts } from '../i18n/use-texts.ts';
import { useResource } from '../layout/catalogue-context.tsx';
import { paths } from '../layout/paths.ts';
import { useGo } from '../layout/use-go.ts';
import { type ChartNode, visibleNodes } from './tree.ts';

interface ChartTreeProps {
  readonly nodes: readonly ChartNode[];
  readonly open: ReadonlySet<string>;
  readonly onOpen: (open: ReadonlySet<string>) => void;
  readonly focused: string;
  readonly onFocus: (id: string) => void;
}

/**
 * A tree by the pattern of the ARIA practices: arrows move, right opens, left closes, Enter goes to the person. Only one
 * row is a stop of the tab key.
 */
export function ChartTree({ nodes, open, onOpen, focused, onFocus }: ChartTreeProps) {
  const t = useTexts();
  const go = useGo();
  const employee = useResource('Employee');
  const tree = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const visible = visibleNodes(nodes, open);
  const at = Math.max(
    0,
    visible.findIndex(({ id }) => id === focused),
  );
  useEffect(() => {
    const row = tree.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(focused)}"]`);
    // On arrival the focus stays where it is; later it follows the keys and the search.
    if (moved.current) row?.focus();
    moved.current = true;
  }, [focused]);
  const toggle = (id: string, to = !open.has(id)) => {
    const next = new Set(open);
    if (to) next.add(id);
    else next.delete(id);
    onOpen(next);
  };
  const goTo = (id: string) => {
    if (employee) go(paths.show(employee, id));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const handled = keyAction(event.key, { visible, at, open, onFocus, toggle, goTo });
    if (handled) event.preventDefault();
  };
  return (
    <Box role="tree" aria-label={t('orgChart.title')} ref={tree} onKeyDown={onKeyDown}>
      {visible.map((node, index) => (
        <TreeRow
          key={node.id}
          node={node}
          open={open.has(node.id)}
          current={index === at}
          onToggle={() => toggle(node.id)}
          onClick={() => onFocus(node.id)}
          onGo={() => goTo(node.id)}
        />
      ))}
    </Box>
  );
}

interface KeyContext {
  readonly visible: readonly ChartNode[];
  readonly at: number;
  readonly open: ReadonlySet<string>;
  readonly onFocus: (id: string) => void;
  readonly toggle: (id: string, to?: boolean) => void;
  readonly goTo: (id: string) => void;
}

function keyAction(key: string, { visible, at, open, onFocus, toggle, goTo }: KeyContext): boolean {
  const node = visible[at];
  if (!node) return false;
  const focus = (target: ChartNode | undefined) => target && onFocus(target.id);
  const above = visible.slice(0, at).findLast(({ level }) => level === node.level - 1);
  switch (key) {
    case 'ArrowDown':
      focus(visible[at + 1]);
      return true;
    case 'ArrowUp':
      focus(visible[at - 1]);
      return true;
    case 'Home':
      focus(visible[0]);
      return true;
    case 'End':
      focus(visible.at(-1));
      return true;
    case 'ArrowRight':
      if (node.children.length > 0 && !open.has(node.id)) toggle(node.id, true);
      else focus(node.children[0]);
      return true;
    case 'ArrowLeft':
      if (open.has(node.id) && node.children.length > 0) toggle(node.id, false);
      else focus(above);
      return true;
    case 'Enter':
      goTo(node.id);
      return true;
    default:
      return false;
  }
}

interface TreeRowProps {
  readonly node: ChartNode;
  readonly open: boolean;
  readonly current: boolean;
  readonly onToggle: () => void;
  readonly onClick: () => void;
  readonly onGo: () => void;
}

function TreeRow({ node, open, current, onToggle, onClick, onGo }: TreeRowProps) {
  const t = useTexts();
  const branch = node.children.length > 0;
  const Icon = open ? OpenIcon : ClosedIcon;
  return (
    <Box
      role="treeitem"
      data-id={node.id}
      tabIndex={current ? 0 : -1}
      aria-level={node.level}
      aria-expanded={branch ? open : undefined}
      aria-selected={current}
      onClick={onClick}
      onDoubleClick={onGo}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        py: 0.5,
        pl: `${(node.level - 1) * 1.5}rem`,
        borderRadius: 1,
        cursor: 'default',
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Box
        component="span"
        onClick={onToggle}
        sx={{
          width: 28,
          height: 28,
          flexShrink: 0,
          display: 'grid',
          placeItems: 'center',
          visibility: branch ? 'visible' : 'hidden',
          cursor: 'pointer',
        }}
      >
        <Icon fontSize="small" />
      </Box>
      <Box component="span" sx={{ minWidth: 0 }}>
        <Box
          component="span"
          onClick={onGo}
          sx={{ fontWeight: 650, cursor: 'pointer', color: 'primary.main', '&:hover': { textDecoration: 'underline' } }}
        >
          {node.name}
        </Box>
        <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
          {[node.position, node.department].filter(Boolean).join(' · ')}
          {branch && ` · ${t('orgChart.reports', { smart_count: node.children.length })}`}
        </Box>
      </Box>
    </Box>
  );
}
