import type { DataClass } from './classes.ts';
import type { CommandPolicy, EntityPolicy } from './grammar.ts';

export const system = {
  User: {
    row: 'account', company: null, subject: { user: 'id' }, installation: ['system'],
    fields: {
      name: 'account', email: 'system', person: 'system', language: 'system', active: 'system', lastSignInAt: 'system',
      roleGrants: 'system', sessions: 'system', apiTokens: 'system', auditOperations: 'audit', sensitiveReads: 'look', importBatches: 'import',
      savedViews: 'view',
      createdPositions: 'seat', proposedCompensations: 'pay', decidedCompensations: 'pay', proposedHomeChanges: 'home',
      decidedHomeChanges: 'home', proposedBankChanges: 'bank', firstDecidedBankChanges: 'bank',
      decidedBankChanges: 'bank', proposedTaxChanges: 'tax', decidedTaxChanges: 'tax',
    },
  } satisfies EntityPolicy<'User', DataClass>,

  // A grant for all companies has no company, and is reached by rights for all alone.
  RoleGrant: {
    row: 'system', company: { column: 'companyId' }, subject: { user: 'userId' },
    fields: { user: 'system', role: 'system', company: 'system', fromAt: 'system', untilAt: 'system' },
  } satisfies EntityPolicy<'RoleGrant', DataClass>,

  Session: {
    row: 'system', company: null, subject: { user: 'userId' }, installation: ['system'],
    fields: {
      user: 'system', signedInAt: 'system', expiresAt: 'system', revokedAt: 'system', address: 'system', userAgent: 'system',
    },
  } satisfies EntityPolicy<'Session', DataClass>,

  ApiToken: {
    row: 'system', company: null, subject: { user: 'userId' }, installation: ['system'],
    fields: { user: 'system', name: 'system', ending: 'system', roles: 'system', expiresAt: 'system', revokedAt: 'system' },
  } satisfies EntityPolicy<'ApiToken', DataClass>,

  AuditOperation: {
    row: 'audit', company: null, subject: { user: 'userId' }, installation: ['audit', 'reason'],
    fields: {
      user: 'audit', actor: 'audit', command: 'audit', channel: 'audit', reason: 'reason', address: 'audit', at: 'audit',
    },
  } satisfies EntityPolicy<'AuditOperation', DataClass>,

  // Who looked. Whoever was looked at sees it; an administrator sees that an account looks, and not at whom.
  SensitiveRead: {
    row: 'look', company: { people: 'personIds' }, subject: { people: 'personIds' },
    fields: {
      user: 'look', actor: 'look', dataClass: 'look', operation: 'look', channel: 'look', address: 'look', at: 'look',
      personIds: 'lookedAt',
    },
  } satisfies EntityPolicy<'SensitiveRead', DataClass>,
  SavedView: {
    row: 'view', company: null, subject: { user: 'ownerId' },
    kept: { shared: 'shared', entity: 'resource', fields: 'asksFor' },
    fields: {
      owner: 'view', resource: 'view', name: 'view', state: 'view', asksFor: 'view', shared: 'view', isDefault: 'view',
      active: 'view',
    },
  } satisfies EntityPolicy<'SavedView', DataClass>,

  ImportBatch: {
    row: 'import', company: { column: 'companyId' }, subject: { user: 'createdById' },
    fields: {
      subject: 'import', fileName: 'import', companyId: 'import', status: 'import', rowCount: 'import',
      createdCount: 'import', updatedCount: 'import', unchangedCount: 'import', faultCount: 'import',
      createdBy: 'import', operationId: 'import',
    },
  } satisfies EntityPolicy<'ImportBatch', DataClass>,
};

/** What everybody may do with what is their own. */
const own = {
  EMPLOYEE: 'self', MANAGER: 'self', HR: 'self', PAYROLL: 'self', ACCOUNTING: 'self', IT: 'self', AUDITOR: 'self',
  REPORTING: 'self', ADMINISTRATOR: 'self',
} as const;

export const systemCommands = {
  undoImport: { roles: { HR: 'all' } },
  inviteUser: { roles: { ADMINISTRATOR: 'all' } },
  grantRole: { roles: { ADMINISTRATOR: 'all' }, notSubject: true },
  endRoleGrant: { roles: { ADMINISTRATOR: 'all' }, notSubject: true },
  revokeSession: { roles: { ...own, ADMINISTRATOR: 'all' }, installation: true },
  saveView: { roles: own },
  changeView: { roles: own },
  removeView: { roles: own },
  createApiToken: { roles: own },
  revokeApiToken: { roles: { ...own, ADMINISTRATOR: 'all' }, installation: true },
} satisfies Record<string, CommandPolicy>;
