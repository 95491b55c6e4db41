import { Box, Chip } from '@mui/material';
import { useTexts } from '../i18n/use-texts.ts';
import { useCatalogue } from '../layout/catalogue-context.tsx';
import type { Tone } from '../values/enum-tone.ts';
import { wordOf } from '../values/word-of.ts';
import type { Access, AccessReason, NamedCompany } from './access-query.ts';

interface ReasonsProps {
  readonly reasons: readonly AccessReason[];
  readonly companies: readonly NamedCompany[];
  /** Whether a record is asked about: only then can a rule hold or not. */
  readonly onRecord: boolean;
}

/** What a role is called. */
export function useRoleLabel(): (role: string) => string {
  const catalogue = useCatalogue();
  return (role) => wordOf(catalogue, 'Role', role);
}

/** The roles that give something, in words. */
export function Reasons({ reasons, companies, onRecord }: ReasonsProps) {
  const t = useTexts();
  const roleLabel = useRoleLabel();
  if (reasons.length === 0) return null;
  const companyOf = (id: string | null) =>
    id === null ? t('access.allCompanies') : (companies.find((each) => each.id === id)?.label ?? id);
  const aside = (holds: boolean | null) =>
    !onRecord || holds ? '' : ` – ${t(holds === null ? 'access.untold' : 'access.notHere')}`;
  return (
    <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2, fontSize: '0.8125rem', color: 'text.secondary' }}>
      {reasons.map(({ role, companyId, rule, holds }) => (
        <li key={`${role} ${companyId} ${rule}`}>
          {t(`access.${rule}`, { role: roleLabel(role), company: companyOf(companyId) })}
          {aside(holds)}
        </li>
      ))}
    </Box>
  );
}

const tones = { YES: 'good', PARTLY: 'attention', NO: 'over' } as const satisfies Record<string, Tone>;

interface AccessCellProps {
  readonly access: Access;
  readonly companies: readonly NamedCompany[];
  readonly onRecord: boolean;
  /** What the answer is called where it is not a plain yes or no. */
  readonly label?: string | undefined;
}

/** Whether something may be done, and why. */
export function AccessCell({ access, companies, onRecord, label }: AccessCellProps) {
  const t = useTexts();
  const { extent, reasons } = access;
  const said = extent === 'PARTLY' && onRecord ? t('access.untoldExtent') : t(`access.${extent}`);
  return (
    <>
      <Chip
        size="small"
        label={label ?? said}
        sx={({ tones: colours }) => ({ color: colours[tones[extent]].text, bgcolor: colours[tones[extent]].fill })}
      />
      <Reasons reasons={reasons} companies={companies} onRecord={onRecord} />
    </>
  );
}
