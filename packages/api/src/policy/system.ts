import type { DataClass } from './classes.ts';
import type { CommandPolicy, EntityPolicy } from './grammar.ts';

export const system = {
  User: {
    row: 'account', company: null, subject: { user: 'id' }, installation: ['system'],
    fields: {
      name: 'account', email: 'system', person: 'system', language: 'system', active: 'system', lastSignInAt: 'system',
      secondFactorAt: 'system', identities: 'system', groupMappings: 'system',
      roleGrants: 'system', sessions: 'system', apiTokens: 'system', auditOperations: 'audit', sensitiveReads: 'look', importBatches: 'import',
      savedViews: 'view', dataExports: 'export',
      postedEntries: 'books', entryDrafts: 'draft', lockExceptions: 'books', grantedLockExceptions: 'books',
      requestedAbsences: 'absenceFile', decidedAbsences: 'absenceFile',
      preparedPayRuns: 'payRun', reviewedPayRuns: 'payRun', approvedPayRuns: 'payRun', finalizedPayRuns: 'payRun',
      preparedPaymentBatches: 'batch', approvedPaymentBatches: 'batch',
      createdPositions: 'seat', proposedCompensations: 'pay', decidedCompensations: 'pay', proposedHomeChanges: 'home',
      decidedHomeChanges: 'home', proposedBankChanges: 'bank', firstDecidedBankChanges: 'bank',
      decidedBankChanges: 'bank', proposedTaxChanges: 'tax', decidedTaxChanges: 'tax',
      proposedAssignmentChanges: 'proposal', decidedAssignmentChanges: 'proposal',
    },
  } satisfies EntityPolicy<'User', DataClass>,

  // A grant for all companies has no company, and is reached by rights for all alone.
  RoleGrant: {
    row: 'system', company: { column: 'companyId' }, subject: { user: 'userId' },
    fields: {
      user: 'system', role: 'system', company: 'system', fromAt: 'system', untilAt: 'system', groupMapping: 'system',
    },
  } satisfies EntityPolicy<'RoleGrant', DataClass>,

  Session: {
    row: 'system', company: null, subject: { user: 'userId' }, installation: ['system'],
    fields: {
      user: 'system', signedInAt: 'system', expiresAt: 'system', revokedAt: 'system', address: 'system', userAgent: 'system',
      lastUsedAt: 'system', identityProvider: 'system',
    },
  } satisfies EntityPolicy<'Session', DataClass>,

  ApiToken: {
    row: 'system', company: null, subject: { user: 'userId' }, installation: ['system'],
    fields: { user: 'system', name: 'system', ending: 'system', roles: 'system', expiresAt: 'system', revokedAt: 'system' },
  } satisfies EntityPolicy<'ApiToken', DataClass>,

  IdentityProvider: {
    row: 'system', company: null, subject: {}, installation: ['system'],
    fields: {
      name: 'system', issuer: 'system', clientId: 'system', secretSetAt: 'system', scopes: 'system', groupsClaim: 'system',
      unknownUsers: 'system', active: 'system', identities: 'system', groupMappings: 'system', sessions: 'system',
    },
  } satisfies EntityPolicy<'IdentityProvider', DataClass>,

  UserIdentity: {
    row: 'system', company: null, subject: { user: 'userId' }, installation: ['system'],
    fields: {
      user: 'system', identityProvider: 'system', subject: 'system', email: 'system', linkedAt: 'system',
      lastUsedAt: 'system', endedAt: 'system',
    },
  } satisfies EntityPolicy<'UserIdentity', DataClass>,

  // Whoever could set one for a company would decide who is in it; so it belongs to the installation.
  GroupMapping: {
    row: 'system', company: null, subject: {}, installation: ['system'],
    fields: {
      identityProvider: 'system', groupName: 'system', role: 'system', company: 'system', setBy: 'system', active: 'system',
      roleGrants: 'system',
    },
  } satisfies EntityPolicy<'GroupMapping', DataClass>,

  SecondFactorRule: {
    row: 'system', company: null, subject: {}, installation: ['system'],
    fields: { role: 'system', active: 'system' },
  } satisfies EntityPolicy<'SecondFactorRule', DataClass>,

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
    kept: { shared: 'shared', role: 'sharedWithRole', entity: 'resource', fields: 'asksFor' },
    fields: {
      owner: 'view', kind: 'view', resource: 'view', name: 'view', state: 'view', asksFor: 'view', shared: 'view',
      sharedWithRole: 'view', pinned: 'view', isDefault: 'view', active: 'view',
    },
  } satisfies EntityPolicy<'SavedView', DataClass>,

  DataExport: {
    row: 'export', company: null, subject: { user: 'requestedById' }, installation: ['export'],
    fields: {
      requestedBy: 'export', resource: 'export', format: 'export', status: 'export', rowCount: 'export', totalCount: 'export',
      byteCount: 'export', failure: 'export', failureText: 'export', request: 'export', attempts: 'export', roles: 'export',
      requestedAt: 'export', startedAt: 'export', finishedAt: 'export', expiresAt: 'export',
    },
  } satisfies EntityPolicy<'DataExport', DataClass>,

  ImportBatch: {
    row: 'import', company: { column: 'companyId' }, subject: { user: 'createdById' },
    fields: {
      subject: 'import', fileName: 'import', companyId: 'import', status: 'import', rowCount: 'import',
      importedVouchers: 'books',
      createdCount: 'import', updatedCount: 'import', unchangedCount: 'import', faultCount: 'import',
      createdBy: 'import', operationId: 'import',
    },
  } satisfies EntityPolicy<'ImportBatch', DataClass>,
};

/** What everybody may do with what is their own. */
const own = {
  EMPLOYEE: 'self', MANAGER: 'self', HR: 'self', PAYROLL: 'self', ACCOUNTING: 'self', CONTROLLER: 'self', IT: 'self', AUDITOR: 'self',
  REPORTING: 'self', ADMINISTRATOR: 'self',
} as const;

export const systemCommands = {
  undoImport: { roles: { HR: 'all', ACCOUNTING: 'all', IT: 'all' } },
  inviteUser: { roles: { ADMINISTRATOR: 'all' } },
  grantRole: { roles: { ADMINISTRATOR: 'all' }, notSubject: true },
  endRoleGrant: { roles: { ADMINISTRATOR: 'all' }, notSubject: true },
  revokeSession: { roles: { ...own, ADMINISTRATOR: 'all' }, installation: true },
  revokeUserSessions: { roles: { ADMINISTRATOR: 'all' }, installation: true },
  resetSecondFactor: { roles: { ADMINISTRATOR: 'all' }, installation: true, notSubject: true },
  setClientSecret: { roles: { ADMINISTRATOR: 'all' }, installation: true },
  endUserIdentity: { roles: { ...own, ADMINISTRATOR: 'all' }, installation: true },
  saveView: { roles: own },
  changeView: { roles: own },
  removeView: { roles: own },
  requestExport: { roles: own },
  cancelExport: { roles: own },
  downloadExport: { roles: own },
  createApiToken: { roles: own },
  revokeApiToken: { roles: { ...own, ADMINISTRATOR: 'all' }, installation: true },
} satisfies Record<string, CommandPolicy>;
