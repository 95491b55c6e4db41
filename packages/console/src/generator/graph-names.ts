// Generated from packages/api/schema.graphql by bin/generate-names.mjs. Do not edit.
/** Fields of each entity, by their names in the graph. */
export interface GraphNames {
  Absence:
    | 'company' | 'createdAt' | 'decidedAt' | 'decidedBy' | 'decisionNote' | 'employee' | 'endOn' | 'healthNote'
    | 'hours' | 'id' | 'kind' | 'note' | 'paid' | 'requestedBy' | 'startOn' | 'status' | 'updatedAt' | 'version'
    | 'workingDays' | 'workingHours';
  AbsenceKind:
    | 'absences' | 'active' | 'code' | 'company' | 'createdAt' | 'id' | 'isHealth' | 'name' | 'needsApproval'
    | 'paid' | 'unit' | 'updatedAt' | 'version';
  Account:
    | 'active' | 'budgetLines' | 'cashFlow' | 'children' | 'code' | 'company' | 'companyAccounts' | 'control'
    | 'costsOfPay' | 'createdAt' | 'currency' | 'currencyCode' | 'id' | 'lines' | 'name' | 'needsReview'
    | 'normalSide' | 'openItems' | 'owedForPay' | 'parent' | 'paymentBatches' | 'postable' | 'purpose' | 'sru'
    | 'taxCode' | 'type' | 'updatedAt' | 'validFrom' | 'validUntil' | 'version';
  Allocation:
    | 'amount' | 'at' | 'creditItem' | 'creditWorth' | 'debitItem' | 'debitWorth' | 'fxDifferenceEntry' | 'id'
    | 'settledOn' | 'undoneAt' | 'undoneOn' | 'version';
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
  Budget:
    | 'active' | 'company' | 'createdAt' | 'fiscalYear' | 'id' | 'lines' | 'name' | 'updatedAt' | 'version';
  BudgetLine:
    | 'account' | 'amount' | 'budget' | 'dimensionSet' | 'id' | 'period';
  Company:
    | 'absenceKinds' | 'absences' | 'accounts' | 'active' | 'assignmentChanges' | 'assignments' | 'baseCurrency'
    | 'baseCurrencyCode' | 'budgets' | 'code' | 'companyAccounts' | 'compensations' | 'costCentres' | 'country'
    | 'createdAt' | 'departments' | 'deviceAssignments' | 'devices' | 'dimensionObjects' | 'dimensionSets'
    | 'dimensions' | 'employees' | 'entryDrafts' | 'entryTemplates' | 'exchangeRates' | 'fiscalYears'
    | 'groupMappings' | 'holidays' | 'id' | 'importedVouchers' | 'journalEntries' | 'journals' | 'locale'
    | 'name' | 'parties' | 'payAccounts' | 'payCalculations' | 'payComponents' | 'payFacts' | 'payItems'
    | 'payOpeningBalances' | 'payProblems' | 'payRuns' | 'paySchedules' | 'paymentBatches' | 'paymentOmissions'
    | 'payments' | 'payrollPeriods' | 'payslipArchives' | 'payslipLines' | 'payslipOrigins' | 'payslipSums'
    | 'payslips' | 'positions' | 'recurringEntries' | 'registrationNumber' | 'roleGrants' | 'rooms' | 'sites'
    | 'taxChanges' | 'taxCodes' | 'timeZone' | 'updatedAt' | 'version' | 'workCalendars' | 'workPatterns';
  CompanyAccount:
    | 'account' | 'accountNumber' | 'active' | 'batches' | 'bic' | 'company' | 'createdAt' | 'currency'
    | 'currencyCode' | 'iban' | 'id' | 'name' | 'sortCode' | 'updatedAt' | 'version';
  Compensation:
    | 'amount' | 'company' | 'createdAt' | 'currency' | 'currencyCode' | 'decidedAt' | 'decidedBy'
    | 'decisionReason' | 'employee' | 'endOn' | 'id' | 'payPeriod' | 'proposedBy' | 'reason' | 'startOn'
    | 'status' | 'updatedAt' | 'version';
  CostCentre:
    | 'active' | 'code' | 'company' | 'createdAt' | 'departments' | 'dimensionObjects' | 'id' | 'manager'
    | 'name' | 'updatedAt' | 'version';
  Currency:
    | 'accounts' | 'code' | 'companies' | 'companyAccounts' | 'compensations' | 'createdAt' | 'devices'
    | 'employees' | 'id' | 'journalLines' | 'minorUnit' | 'name' | 'numericCode' | 'openItems'
    | 'paymentOmissions' | 'payments' | 'positions' | 'ratesFrom' | 'ratesTo' | 'updatedAt' | 'version'
    | 'withdrawnOn';
  DataExport:
    | 'attempts' | 'byteCount' | 'expiresAt' | 'failure' | 'failureText' | 'finishedAt' | 'format' | 'id'
    | 'request' | 'requestedAt' | 'requestedBy' | 'resource' | 'roles' | 'rowCount' | 'startedAt' | 'status'
    | 'totalCount';
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
    | 'budgetLines' | 'company' | 'createdAt' | 'id' | 'lines' | 'members' | 'name';
  DimensionSetMember:
    | 'dimension' | 'dimensionSet' | 'id' | 'object';
  Employee:
    | 'absences' | 'assignmentChanges' | 'assignments' | 'cancelledOn' | 'company' | 'compensations'
    | 'contractType' | 'costCentres' | 'createdAt' | 'department' | 'deviceAssignments' | 'devices'
    | 'dimensionObjects' | 'employeeNumber' | 'endOn' | 'endReason' | 'firstName' | 'fte' | 'id' | 'lastName'
    | 'managedAssignments' | 'manager' | 'payCalculations' | 'payFacts' | 'payItems' | 'payOpeningBalances'
    | 'payProblems' | 'paymentOmissions' | 'payments' | 'payslipLines' | 'payslipOrigins' | 'payslipSums'
    | 'payslips' | 'person' | 'position' | 'proposedReports' | 'reports' | 'salary' | 'salaryCurrency'
    | 'salaryCurrencyCode' | 'salaryPeriod' | 'site' | 'startOn' | 'status' | 'taxChanges' | 'taxCode'
    | 'taxDependants' | 'updatedAt' | 'version' | 'workEmail' | 'workPatterns' | 'workPhone';
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
    | 'budgetLines' | 'createdAt' | 'endsOn' | 'entries' | 'exceptions' | 'fiscalYear' | 'id' | 'lines'
    | 'locks' | 'name' | 'ordinal' | 'startsOn' | 'status' | 'updatedAt' | 'version';
  FiscalYear:
    | 'budgets' | 'company' | 'createdAt' | 'endsOn' | 'entries' | 'id' | 'name' | 'periods' | 'startsOn'
    | 'updatedAt' | 'version';
  GroupMapping:
    | 'active' | 'company' | 'createdAt' | 'groupName' | 'id' | 'identityProvider' | 'role' | 'roleGrants'
    | 'setBy' | 'updatedAt' | 'version';
  Holiday:
    | 'active' | 'calendar' | 'company' | 'createdAt' | 'fallsOn' | 'id' | 'insteadOfOn' | 'kind' | 'name'
    | 'updatedAt' | 'version';
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
    | 'active' | 'code' | 'company' | 'createdAt' | 'drafts' | 'entries' | 'id' | 'kind' | 'name'
    | 'paySchedules' | 'templates' | 'updatedAt' | 'version';
  JournalEntry:
    | 'allocations' | 'company' | 'documentOn' | 'drafts' | 'fiscalYear' | 'id' | 'idempotencyKey'
    | 'importedVouchers' | 'journal' | 'lines' | 'number' | 'payRuns' | 'paymentBatches' | 'period' | 'postedAt'
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
    | 'line' | 'original' | 'party' | 'postingOn' | 'remaining';
  Party:
    | 'active' | 'code' | 'company' | 'createdAt' | 'id' | 'kind' | 'lines' | 'name' | 'openItems' | 'updatedAt'
    | 'version';
  PayAccount:
    | 'byCostCentre' | 'code' | 'company' | 'createdAt' | 'creditAccount' | 'debitAccount' | 'id' | 'updatedAt'
    | 'version';
  PayCalculation:
    | 'company' | 'currencyCode' | 'employee' | 'employerCost' | 'gross' | 'id' | 'net' | 'netBefore' | 'run';
  PayComponent:
    | 'code' | 'company' | 'createdAt' | 'given' | 'id' | 'kind' | 'lowers' | 'maySubtract' | 'name' | 'pack'
    | 'raises' | 'updatedAt' | 'version' | 'versions';
  PayComponentVersion:
    | 'component' | 'createdAt' | 'endsOn' | 'id' | 'roundingMode' | 'roundingUnit' | 'rule' | 'startsOn'
    | 'updatedAt' | 'version';
  PayFact:
    | 'company' | 'createdAt' | 'employee' | 'id' | 'name' | 'startsOn' | 'updatedAt' | 'value' | 'version';
  PayItem:
    | 'active' | 'amount' | 'code' | 'company' | 'createdAt' | 'employee' | 'id' | 'note' | 'payslip' | 'period'
    | 'quantity' | 'runKind' | 'unitPay' | 'updatedAt' | 'version';
  PayOpeningBalance:
    | 'amount' | 'code' | 'company' | 'createdAt' | 'employee' | 'id' | 'taxYear' | 'updatedAt' | 'version';
  PayProblem:
    | 'code' | 'company' | 'employee' | 'id' | 'message' | 'path' | 'run' | 'severity' | 'values';
  PayRun:
    | 'approvedAt' | 'approvedBy' | 'archives' | 'calculatedAt' | 'calculations' | 'company' | 'createdAt'
    | 'currencyCode' | 'deviationCount' | 'digest' | 'employeeCount' | 'employerCost' | 'entry' | 'errorCount'
    | 'finalizedAt' | 'finalizedBy' | 'gross' | 'id' | 'kind' | 'net' | 'paidOn' | 'payOn' | 'payslips'
    | 'period' | 'postedCost' | 'postedGross' | 'postedNet' | 'preparedBy' | 'problems' | 'reviewNote'
    | 'reviewedAt' | 'reviewedBy' | 'schedule' | 'sequence' | 'status' | 'updatedAt' | 'version';
  PaySchedule:
    | 'active' | 'anchorOn' | 'approvalDaysBefore' | 'code' | 'company' | 'createdAt' | 'deviationPercent'
    | 'frequency' | 'id' | 'inputsDaysBefore' | 'journal' | 'name' | 'pack' | 'payDay' | 'periods'
    | 'prorationBasis' | 'runs' | 'updatedAt' | 'version';
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
  PayrollPeriod:
    | 'approvalDueOn' | 'company' | 'createdAt' | 'endsOn' | 'id' | 'inputsDueOn' | 'items' | 'name' | 'number'
    | 'payOn' | 'payslips' | 'runs' | 'schedule' | 'startsOn' | 'taxYear' | 'updatedAt' | 'version';
  Payslip:
    | 'company' | 'corrections' | 'createdAt' | 'currencyCode' | 'employee' | 'employerCost' | 'gross' | 'id'
    | 'inputDigest' | 'items' | 'kind' | 'lines' | 'net' | 'origins' | 'payOn' | 'period' | 'ruleVersion'
    | 'run' | 'sequence' | 'taxYear' | 'yearToDate';
  PayslipArchive:
    | 'company' | 'createdAt' | 'drawnCount' | 'expiresAt' | 'failedCount' | 'finishedAt' | 'id' | 'run'
    | 'slipCount' | 'status';
  PayslipLine:
    | 'amount' | 'code' | 'company' | 'employee' | 'id' | 'kind' | 'label' | 'lineNo' | 'payslip' | 'ruleFrom';
  PayslipOrigin:
    | 'code' | 'company' | 'corrected' | 'correctedFrom' | 'difference' | 'employee' | 'id' | 'originPayslip'
    | 'paid' | 'paidFrom' | 'payslip';
  PayslipSum:
    | 'amount' | 'code' | 'company' | 'employee' | 'id' | 'payslip';
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
    | 'active' | 'asksFor' | 'createdAt' | 'id' | 'isDefault' | 'kind' | 'name' | 'owner' | 'pinned'
    | 'resource' | 'shared' | 'sharedWithRole' | 'state' | 'updatedAt' | 'version';
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
    | 'active' | 'apiTokens' | 'approvedPayRuns' | 'approvedPaymentBatches' | 'auditOperations' | 'createdAt'
    | 'createdPositions' | 'dataExports' | 'decidedAbsences' | 'decidedAssignmentChanges' | 'decidedBankChanges'
    | 'decidedCompensations' | 'decidedHomeChanges' | 'decidedTaxChanges' | 'email' | 'entryDrafts'
    | 'finalizedPayRuns' | 'firstDecidedBankChanges' | 'grantedLockExceptions' | 'groupMappings' | 'id'
    | 'identities' | 'importBatches' | 'language' | 'lastSignInAt' | 'lockExceptions' | 'name' | 'person'
    | 'postedEntries' | 'preparedPayRuns' | 'preparedPaymentBatches' | 'proposedAssignmentChanges'
    | 'proposedBankChanges' | 'proposedCompensations' | 'proposedHomeChanges' | 'proposedTaxChanges'
    | 'requestedAbsences' | 'reviewedPayRuns' | 'roleGrants' | 'savedViews' | 'secondFactorAt'
    | 'sensitiveReads' | 'sessions' | 'updatedAt' | 'version';
  UserIdentity:
    | 'createdAt' | 'email' | 'endedAt' | 'id' | 'identityProvider' | 'lastUsedAt' | 'linkedAt' | 'subject'
    | 'updatedAt' | 'user' | 'version';
  WorkCalendar:
    | 'active' | 'code' | 'company' | 'createdAt' | 'fridayHours' | 'holidays' | 'id' | 'isDefault'
    | 'mondayHours' | 'name' | 'region' | 'saturdayHours' | 'sundayHours' | 'thursdayHours' | 'tuesdayHours'
    | 'updatedAt' | 'version' | 'wednesdayHours' | 'workPatterns';
  WorkPattern:
    | 'calendar' | 'company' | 'createdAt' | 'employee' | 'endOn' | 'fridayHours' | 'id' | 'mondayHours'
    | 'saturdayHours' | 'startOn' | 'sundayHours' | 'thursdayHours' | 'tuesdayHours' | 'updatedAt' | 'version'
    | 'wednesdayHours';
}
