import { Box, List, ListItem, ListItemButton, ListItemText, Typography } from '@mui/material';
import { Link, useLocation } from 'react-router-dom';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { mayTryPay } from '../pay-preview/may-try-pay.ts';
import { useCatalogue } from './catalogue-context.tsx';
import { paths } from './paths.ts';

/** Home, then the lists of each domain, in the order of the graph. */
export function SideMenu() {
  const t = useTexts();
  const { resources, byName } = useCatalogue();
  const domains = [...new Set(resources.map((resource) => resource.domain))];
  return (
    <Box sx={{ py: 1 }}>
      <List dense disablePadding>
        <Item to="/" label={t('app.home')} exact />
        {resources.length > 0 && <Item to={paths.analyses} label={t('app.analyses')} />}
        {byName.has('Employee') && <Item to={paths.orgChart} label={t('orgChart.title')} />}
      </List>
      {domains.map((domain) => (
        <Domain key={domain} resources={resources.filter((resource) => resource.domain === domain)} />
      ))}
    </Box>
  );
}

function Domain({ resources }: { resources: readonly ResourceDefinition[] }) {
  const t = useTexts();
  const { explainsAccess, figures, byName, reports } = useCatalogue();
  const ofDomain = figures.filter(({ domain }) => domain === resources[0]?.domain);
  const triesPay = mayTryPay(byName);
  const showsBooks = resources[0]?.domain === 'ledger' && byName.has('JournalEntry');
  const showsCentres = resources[0]?.domain === 'organisation' && reports.has('costCentreResult');
  const label = resources[0]?.domainLabel ?? '';
  const id = `menu-${resources[0]?.domain}`;
  return (
    <>
      <Typography
        id={id}
        component="h2"
        sx={{
          px: 2.5,
          pt: 2,
          pb: 0.5,
          fontSize: '0.72rem',
          fontWeight: 650,
          letterSpacing: '0.05em',
          color: 'text.secondary',
          textTransform: 'uppercase',
        }}
      >
        {label}
      </Typography>
      <List dense disablePadding aria-labelledby={id}>
        {showsBooks && <Item to={paths.reports} label={t('books.reports')} />}
        {showsBooks && <Item to={paths.exchange} label={t('books.exchange')} />}
        {showsCentres && <Item to={paths.costCentreResults} label={t('centre.title')} />}
        {resources.map((resource) => (
          <Item key={resource.name} to={paths.list(resource)} label={resource.pluralLabel} />
        ))}
        {resources[0]?.domain === 'people' && triesPay && (
          <Item to={paths.payPreview()} label={t('payPreview.title')} />
        )}
        {ofDomain.map(({ single, label: name }) => (
          <Item key={single} to={paths.figures(single)} label={name} />
        ))}
        {explainsAccess && resources[0]?.domain === 'system' && <Item to={paths.access} label={t('access.title')} />}
      </List>
    </>
  );
}

function Item({ to, label, exact = false }: { to: string; label: string; exact?: boolean }) {
  const { pathname } = useLocation();
  const current = exact ? pathname === to : pathname === to || pathname.startsWith(`${to}/`);
  return (
    <ListItem disablePadding>
      <ListItemButton
        component={Link}
        to={to}
        selected={current}
        aria-current={current ? 'page' : undefined}
        sx={{ mx: 1, my: 0.125, py: 0.375, borderRadius: 1 }}
      >
        <ListItemText
          sx={{ my: 0.25 }}
          primary={label}
          slotProps={{ primary: { sx: { fontWeight: current ? 650 : 400, fontSize: '0.875rem' } } }}
        />
      </ListItemButton>
    </ListItem>
  );
}
