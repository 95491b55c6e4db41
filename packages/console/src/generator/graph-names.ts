// Generated from packages/api/schema.graphql by bin/generate-names.mjs. Do not edit.
/** Fields of each entity, by their names in the graph. */
export interface GraphNames {
  Account:
    | 'active' | 'cashFlow' | 'children' | 'code' | 'company' | 'companyAccounts' | 'control' | 'createdAt'
    | 'currency' | 'currencyCode' | 'id' | 'lines' | 'name' | 'needsReview' | 'normalSide' | 'openItems'
    | 'parent' | 'paymentBatches' | 'postable' | 'sru' | 'taxCode' | 'type' | 'updatedAt' | 'validFrom'
    | 'validUntil' | 'version';
  Allocation:
    | 'amount' | 'at' | 'creditItem' | 'debitItem' | 'fxDifferenceEntry' | 'id' | 'undoneAt' | 'version';
  ApiToken:
    | 'createdAt' | 'ending' | 'expiresAt' | 'id' | 'name' | 'revokedAt' | 'roles' | 'updatedAt' | 'user'
    | 'version';
  Assignment:
    | 'company' | 'createdAt' | 'department' | 'employee' | 'endOn' | 'fte' | 'id' | 'manager' | 'position'
    | 'reason' | 'startOn' | 'updatedAt' | 'version';
  AssignmentChange:
    | 'company' | 'createdAt' | 'decidedAt' | 'decidedBy' | 'department' | 'employee' | 'fte' | 'id' | 'manager'
    | 'note' | 'position' | 'proposedBy' | 'reason' | 'startOn' | 'status' | 'updatedAt' | 'version';
  AuditOperation:
    | 'actor' | 'address' | 'at' | 'channel' | 'command' | 'id' | 'reason' | 'user';
  BankChange:
    | 'accountHolder' | 'bic' | 'createdAt' | 'decidedAt' | 'decidedBy' | 'firstDecidedBy' | 'iban' | 'id'
    | 'note' | 'person' | 'proposedBy' | 'status' | 'updatedAt' | 'version';
  Company:
    | 'accounts' | 'active' | 'assignmentChanges' | 'assignments' | 'baseCurrency' | 'baseCurrencyCode' | 'code'
    | 'companyAccounts' | 'compensations' | 'costCentres' | 'country' | 'createdAt' | 'departments'
    | 'deviceAssignments' | 'devices' | 'dimensionObjects' | 'dimensionSets' | 'dimensions' | 'employees'
    | 'entryDrafts' | 'entryTemplates' | 'exchangeRates' | 'fiscalYears' | 'groupMappings' | 'id'
    | 'importedVouchers' | 'journalEntries' | 'journals' | 'locale' | 'name' | 'parties' | 'paymentBatches'
    | 'paymentOmissions' | 'payments' | 'positions' | 'recurringEntries' | 'registrationNumber' | 'roleGrants'
    | 'rooms' | 'sites' | 'taxChanges' | 'taxCodes' | 'timeZone' | 'updatedAt' | 'version';
  CompanyAccount:
    | 'account' | 'accountNumber' | 'active' | 'batches' | 'bic' | 'company' | 'createdAt' | 'currency'
    | 'currencyCode' | 'iban' | 'id' | 'name' | 'sortCode' | 'updatedAt' | 'version';
  Compensation:
    | 'amount' | 'company' | 'createdAt' | 'currency' | 'currencyCode' | 'decidedAt' | 'decidedBy'
    | 'decisionReason' | 'employee' | 'endOn' | 'id' | 'payPeriod' | 'proposedBy' | 'reason' | 'startOn'
    | 'status' | 'updatedAt' | 'version';
  CostCentre:
    | 'active' | 'code' | 'company' | 'createdAt' | 'departments' | 'dimensionObjects' | 'id' | 'name'
    | 'updatedAt' | 'version';
  Currency:
    | 'accounts' | 'code' | 'companies' | 'companyAccounts' | 'compensations' | 'createdAt' | 'devices'
    | 'employees' | 'id' | 'journalLines' | 'minorUnit' | 'name' | 'numericCode' | 'openItems'
    | 'paymentOmissions' | 'payments' | 'positions' | 'ratesFrom' | 'ratesTo' | 'updatedAt' | 'version'
    | 'withdrawnOn';
  Department:
    | 'active' | 'assignmentChanges' | 'assignments' | 'children' | 'code' | 'company' | 'costCentre'
    | 'createdAt' | 'employees' | 'id' | 'name' | 'parent' | 'positions' | 'updatedAt' | 'version';
  Device:
    | 'assetTag' | 'assignments' | 'company' | 'createdAt' | 'deviceModel' | 'dimensionObjects' | 'holder'
    | 'id' | 'inspectedAt' | 'note' | 'previousStatus' | 'purchaseCost' | 'purchaseCurrency'
    | 'purchaseCurrencyCode' | 'purchasedOn' | 'room' | 'serialNumber' | 'site' | 'status' | 'updatedAt'
    | 'version' | 'warrantyUntilOn' | 'wipeProof' | 'wipedAt';
  DeviceAssignment:
    | 'acceptedAt' | 'company' | 'createdAt' | 'device' | 'dueOn' | 'employee' | 'endAt' | 'endNote' | 'id'
    | 'kind' | 'note' | 'startAt' | 'updatedAt' | 'version';
  DeviceModel:
    | 'active' | 'airflow' | 'comments' | 'consolePorts' | 'createdAt' | 'devices' | 'id' | 'interfaces'
    | 'isFullDepth' | 'kind' | 'manufacturer' | 'name' | 'partNumber' | 'powerPorts' | 'rackUnits' | 'updatedAt'
    | 'version' | 'weightKg';
  DeviceModelInterface:
    | 'createdAt' | 'deviceModel' | 'id' | 'managementOnly' | 'name' | 'ordinal' | 'poeMode' | 'poeType'
    | 'type' | 'updatedAt' | 'version';
  Dimension:
    | 'active' | 'code' | 'company' | 'createdAt' | 'id' | 'kind' | 'members' | 'name' | 'objects' | 'updatedAt'
    | 'version';
  DimensionObject:
    | 'active' | 'code' | 'company' | 'costCentre' | 'createdAt' | 'device' | 'dimension' | 'employee' | 'id'
    | 'members' | 'name' | 'updatedAt' | 'version';
  DimensionSet:
    | 'company' | 'createdAt' | 'id' | 'lines' | 'members' | 'name';
  DimensionSetMember:
    | 'dimension' | 'dimensionSet' | 'id' | 'object';
  Employee:
    | 'assignmentChanges' | 'assignments' | 'cancelledOn' | 'company' | 'compensations' | 'contractType'
    | 'createdAt' | 'department' | 'deviceAssignments' | 'devices' | 'dimensionObjects' | 'employeeNumber'
    | 'endOn' | 'endReason' | 'firstName' | 'fte' | 'id' | 'lastName' | 'managedAssignments' | 'manager'
    | 'paymentOmissions' | 'payments' | 'person' | 'position' | 'proposedReports' | 'reports' | 'salary'
    | 'salaryCurrency' | 'salaryCurrencyCode' | 'salaryPeriod' | 'site' | 'startOn' | 'status' | 'taxChanges'
    | 'taxCode' | 'taxDependants' | 'updatedAt' | 'version' | 'workEmail' | 'workPhone';
  EntryDraft:
    | 'company' | 'createdAt' | 'createdBy' | 'documentOn' | 'entry' | 'id' | 'journal' | 'lines' | 'postingOn'
    | 'reference' | 'reverseOn' | 'status' | 'text' | 'updatedAt' | 'version';
  EntryDraftLine:
    | 'accountCode' | 'credit' | 'currencyCode' | 'debit' | 'dimensions' | 'draft' | 'dueOn' | 'id' | 'lineNo'
    | 'partyCode' | 'rate' | 'taxBase' | 'taxCode' | 'text';
  EntryTemplate:
    | 'active' | 'company' | 'createdAt' | 'id' | 'journal' | 'lines' | 'name' | 'recurrences' | 'text'
    | 'updatedAt' | 'version';
  EntryTemplateLine:
    | 'accountCode' | 'credit' | 'currencyCode' | 'debit' | 'dimensions' | 'id' | 'lineNo' | 'partyCode'
    | 'taxCode' | 'template' | 'text';
  ExchangeRate:
    | 'company' | 'createdAt' | 'fromCurrency' | 'fromCurrencyCode' | 'id' | 'rate' | 'source' | 'startsOn'
    | 'toCurrency' | 'toCurrencyCode' | 'updatedAt' | 'version';
  FiscalPeriod:
    | 'createdAt' | 'endsOn' | 'entries' | 'exceptions' | 'fiscalYear' | 'id' | 'lines' | 'locks' | 'name'
    | 'ordinal' | 'startsOn' | 'status' | 'updatedAt' | 'version';
  FiscalYear:
    | 'company' | 'createdAt' | 'endsOn' | 'entries' | 'id' | 'name' | 'periods' | 'startsOn' | 'updatedAt'
    | 'version';
  GroupMapping:
    | 'active' | 'company' | 'createdAt' | 'groupName' | 'id' | 'identityProvider' | 'role' | 'roleGrants'
    | 'setBy' | 'updatedAt' | 'version';
  HomeChange:
    | 'city' | 'country' | 'createdAt' | 'decidedAt' | 'decidedBy' | 'id' | 'note' | 'person' | 'postalCode'
    | 'privateEmail' | 'privatePhone' | 'proposedBy' | 'status' | 'street' | 'updatedAt' | 'version';
  IdentityProvider:
    | 'active' | 'clientId' | 'createdAt' | 'groupMappings' | 'groupsClaim' | 'id' | 'identities' | 'issuer'
    | 'name' | 'scopes' | 'secretSetAt' | 'sessions' | 'unknownUsers' | 'updatedAt' | 'version';
  ImportBatch:
    | 'companyId' | 'createdAt' | 'createdBy' | 'createdCount' | 'faultCount' | 'fileName' | 'id'
    | 'importedVouchers' | 'operationId' | 'rowCount' | 'status' | 'subject' | 'unchangedCount' | 'updatedAt'
    | 'updatedCount' | 'version';
  ImportedVoucher:
    | 'company' | 'entry' | 'id' | 'importBatch' | 'number' | 'ordinal' | 'reason' | 'registeredOn' | 'series'
    | 'signature' | 'text' | 'voucherOn';
  Journal:
    | 'active' | 'code' | 'company' | 'createdAt' | 'drafts' | 'entries' | 'id' | 'kind' | 'name' | 'templates'
    | 'updatedAt' | 'version';
  JournalEntry:
    | 'allocations' | 'company' | 'documentOn' | 'drafts' | 'fiscalYear' | 'id' | 'idempotencyKey'
    | 'importedVouchers' | 'journal' | 'lines' | 'number' | 'paymentBatches' | 'period' | 'postedAt'
    | 'postedBy' | 'postingOn' | 'reference' | 'reversals' | 'reverses' | 'sourceEvent' | 'sourceId'
    | 'sourceNumber' | 'sourceSeries' | 'sourceType' | 'text';
  JournalLine:
    | 'account' | 'amount' | 'credit' | 'currency' | 'currencyCode' | 'debit' | 'dimensionSet' | 'dueOn'
    | 'entry' | 'id' | 'lineNo' | 'openItems' | 'party' | 'period' | 'postingOn' | 'rate' | 'taxBase'
    | 'taxCode' | 'text';
  LockException:
    | 'createdAt' | 'expiresAt' | 'grantedBy' | 'id' | 'period' | 'reason' | 'revokedAt' | 'subledger'
    | 'updatedAt' | 'user' | 'version';
  Manufacturer:
    | 'active' | 'createdAt' | 'deviceModels' | 'id' | 'name' | 'updatedAt' | 'version';
  OpenItem:
    | 'account' | 'creditAllocations' | 'currency' | 'currencyCode' | 'debitAllocations' | 'dueOn' | 'id'
    | 'line' | 'original' | 'party' | 'postingOn';
  Party:
    | 'active' | 'code' | 'company' | 'createdAt' | 'id' | 'kind' | 'lines' | 'name' | 'openItems' | 'updatedAt'
    | 'version';
  Payment:
    | 'amount' | 'batch' | 'bic' | 'company' | 'createdAt' | 'currency' | 'currencyCode' | 'employee'
    | 'endToEndId' | 'iban' | 'id' | 'payeeName' | 'releasedAt' | 'remittance' | 'sourceEvent' | 'sourceId'
    | 'sourceType' | 'updatedAt' | 'version';
  PaymentBatch:
    | 'approvedAt' | 'approvedBy' | 'approvedSha256' | 'bookedOn' | 'company' | 'companyAccount'
    | 'contraAccount' | 'controlSum' | 'createdAt' | 'entry' | 'executionOn' | 'exportedAt' | 'fileSha256'
    | 'id' | 'kind' | 'messageVersion' | 'omissions' | 'paymentCount' | 'payments' | 'preparedBy' | 'reason'
    | 'sourceId' | 'sourceType' | 'status' | 'submittedAt' | 'updatedAt' | 'version';
  PaymentOmission:
    | 'amount' | 'batch' | 'company' | 'createdAt' | 'currency' | 'currencyCode' | 'employee' | 'id'
    | 'payeeName' | 'problem';
  PeriodLock:
    | 'createdAt' | 'id' | 'period' | 'reason' | 'releasedAt' | 'subledger' | 'updatedAt' | 'version';
  Person:
    | 'accountHolder' | 'active' | 'bankChanges' | 'bic' | 'birthOn' | 'createdAt' | 'emergencyName'
    | 'emergencyPhone' | 'emergencyRelationship' | 'employees' | 'firstName' | 'homeChanges' | 'homeCity'
    | 'homeCountry' | 'homePostalCode' | 'homeStreet' | 'iban' | 'id' | 'lastName' | 'nationalId'
    | 'nationality' | 'privateEmail' | 'privatePhone' | 'updatedAt' | 'users' | 'version' | 'workPermitUntilOn';
  Position:
    | 'assignmentChanges' | 'assignments' | 'budgetedFte' | 'code' | 'company' | 'createdAt' | 'createdBy'
    | 'department' | 'employees' | 'id' | 'payCurrency' | 'payCurrencyCode' | 'payMaximum' | 'payMinimum'
    | 'payPeriod' | 'status' | 'title' | 'updatedAt' | 'version';
  RecurringEntry:
    | 'company' | 'createdAt' | 'id' | 'interval' | 'nextOn' | 'problem' | 'reversesItself' | 'startsOn'
    | 'status' | 'template' | 'untilOn' | 'updatedAt' | 'version';
  RoleGrant:
    | 'company' | 'createdAt' | 'fromAt' | 'groupMapping' | 'id' | 'role' | 'untilAt' | 'updatedAt' | 'user'
    | 'version';
  Room:
    | 'active' | 'capacity' | 'code' | 'company' | 'createdAt' | 'devices' | 'floor' | 'id' | 'name' | 'site'
    | 'updatedAt' | 'version';
  SavedView:
    | 'active' | 'asksFor' | 'createdAt' | 'id' | 'isDefault' | 'name' | 'owner' | 'resource' | 'shared'
    | 'state' | 'updatedAt' | 'version';
  SecondFactorRule:
    | 'active' | 'createdAt' | 'id' | 'role' | 'updatedAt' | 'version';
  SensitiveRead:
    | 'actor' | 'address' | 'at' | 'channel' | 'dataClass' | 'id' | 'operation' | 'personIds' | 'user';
  Session:
    | 'address' | 'expiresAt' | 'id' | 'identityProvider' | 'lastUsedAt' | 'revokedAt' | 'signedInAt' | 'user'
    | 'userAgent';
  Site:
    | 'active' | 'city' | 'code' | 'company' | 'country' | 'createdAt' | 'devices' | 'employees' | 'id' | 'name'
    | 'postalCode' | 'rooms' | 'street' | 'updatedAt' | 'version';
  TaxChange:
    | 'company' | 'createdAt' | 'decidedAt' | 'decidedBy' | 'employee' | 'id' | 'note' | 'proposedBy' | 'status'
    | 'taxCode' | 'taxDependants' | 'updatedAt' | 'version';
  TaxCode:
    | 'accounts' | 'active' | 'code' | 'company' | 'createdAt' | 'id' | 'inputAccountCode' | 'lines' | 'name'
    | 'outputAccountCode' | 'rate' | 'updatedAt' | 'version';
  User:
    | 'active' | 'apiTokens' | 'approvedPaymentBatches' | 'auditOperations' | 'createdAt' | 'createdPositions'
    | 'decidedAssignmentChanges' | 'decidedBankChanges' | 'decidedCompensations' | 'decidedHomeChanges'
    | 'decidedTaxChanges' | 'email' | 'entryDrafts' | 'firstDecidedBankChanges' | 'grantedLockExceptions'
    | 'groupMappings' | 'id' | 'identities' | 'importBatches' | 'language' | 'lastSignInAt' | 'lockExceptions'
    | 'name' | 'person' | 'postedEntries' | 'preparedPaymentBatches' | 'proposedAssignmentChanges'
    | 'proposedBankChanges' | 'proposedCompensations' | 'proposedHomeChanges' | 'proposedTaxChanges'
    | 'roleGrants' | 'savedViews' | 'secondFactorAt' | 'sensitiveReads' | 'sessions' | 'updatedAt' | 'version';
  UserIdentity:
    | 'createdAt' | 'email' | 'endedAt' | 'id' | 'identityProvider' | 'lastUsedAt' | 'linkedAt' | 'subject'
    | 'updatedAt' | 'user' | 'version';
}
