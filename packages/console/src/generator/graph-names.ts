// Generated from packages/api/schema.graphql by bin/generate-names.mjs. Do not edit.
/** Fields of each entity, by their names in the graph. */
export interface GraphNames {
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
    | 'active' | 'assignmentChanges' | 'assignments' | 'baseCurrency' | 'baseCurrencyCode' | 'code'
    | 'compensations' | 'costCentres' | 'country' | 'createdAt' | 'departments' | 'deviceAssignments'
    | 'devices' | 'employees' | 'groupMappings' | 'id' | 'locale' | 'name' | 'positions' | 'registrationNumber'
    | 'roleGrants' | 'rooms' | 'sites' | 'taxChanges' | 'timeZone' | 'updatedAt' | 'version';
  Compensation:
    | 'amount' | 'company' | 'createdAt' | 'currency' | 'currencyCode' | 'decidedAt' | 'decidedBy'
    | 'decisionReason' | 'employee' | 'endOn' | 'id' | 'payPeriod' | 'proposedBy' | 'reason' | 'startOn'
    | 'status' | 'updatedAt' | 'version';
  CostCentre:
    | 'active' | 'code' | 'company' | 'createdAt' | 'departments' | 'id' | 'name' | 'updatedAt' | 'version';
  Currency:
    | 'code' | 'companies' | 'compensations' | 'createdAt' | 'devices' | 'employees' | 'id' | 'minorUnit'
    | 'name' | 'numericCode' | 'positions' | 'updatedAt' | 'version' | 'withdrawnOn';
  Department:
    | 'active' | 'assignmentChanges' | 'assignments' | 'children' | 'code' | 'company' | 'costCentre'
    | 'createdAt' | 'employees' | 'id' | 'name' | 'parent' | 'positions' | 'updatedAt' | 'version';
  Device:
    | 'assetTag' | 'assignments' | 'company' | 'createdAt' | 'deviceModel' | 'holder' | 'id' | 'inspectedAt'
    | 'note' | 'previousStatus' | 'purchaseCost' | 'purchaseCurrency' | 'purchaseCurrencyCode' | 'purchasedOn'
    | 'room' | 'serialNumber' | 'site' | 'status' | 'updatedAt' | 'version' | 'warrantyUntilOn' | 'wipeProof'
    | 'wipedAt';
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
  Employee:
    | 'assignmentChanges' | 'assignments' | 'cancelledOn' | 'company' | 'compensations' | 'contractType'
    | 'createdAt' | 'department' | 'deviceAssignments' | 'devices' | 'employeeNumber' | 'endOn' | 'endReason'
    | 'firstName' | 'fte' | 'id' | 'lastName' | 'managedAssignments' | 'manager' | 'person' | 'position'
    | 'proposedReports' | 'reports' | 'salary' | 'salaryCurrency' | 'salaryCurrencyCode' | 'salaryPeriod'
    | 'site' | 'startOn' | 'status' | 'taxChanges' | 'taxCode' | 'taxDependants' | 'updatedAt' | 'version'
    | 'workEmail' | 'workPhone';
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
    | 'operationId' | 'rowCount' | 'status' | 'subject' | 'unchangedCount' | 'updatedAt' | 'updatedCount'
    | 'version';
  Manufacturer:
    | 'active' | 'createdAt' | 'deviceModels' | 'id' | 'name' | 'updatedAt' | 'version';
  Person:
    | 'accountHolder' | 'active' | 'bankChanges' | 'bic' | 'birthOn' | 'createdAt' | 'emergencyName'
    | 'emergencyPhone' | 'emergencyRelationship' | 'employees' | 'firstName' | 'homeChanges' | 'homeCity'
    | 'homeCountry' | 'homePostalCode' | 'homeStreet' | 'iban' | 'id' | 'lastName' | 'nationalId'
    | 'nationality' | 'privateEmail' | 'privatePhone' | 'updatedAt' | 'users' | 'version' | 'workPermitUntilOn';
  Position:
    | 'assignmentChanges' | 'assignments' | 'budgetedFte' | 'code' | 'company' | 'createdAt' | 'createdBy'
    | 'department' | 'employees' | 'id' | 'payCurrency' | 'payCurrencyCode' | 'payMaximum' | 'payMinimum'
    | 'payPeriod' | 'status' | 'title' | 'updatedAt' | 'version';
  RoleGrant:
    | 'company' | 'createdAt' | 'fromAt' | 'groupMapping' | 'id' | 'role' | 'untilAt' | 'updatedAt' | 'user'
    | 'version';
  Room:
    | 'active' | 'capacity' | 'code' | 'company' | 'createdAt' | 'devices' | 'floor' | 'id' | 'name' | 'site'
    | 'updatedAt' | 'version';
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
  User:
    | 'active' | 'apiTokens' | 'auditOperations' | 'createdAt' | 'createdPositions' | 'decidedAssignmentChanges'
    | 'decidedBankChanges' | 'decidedCompensations' | 'decidedHomeChanges' | 'decidedTaxChanges' | 'email'
    | 'firstDecidedBankChanges' | 'groupMappings' | 'id' | 'identities' | 'importBatches' | 'language'
    | 'lastSignInAt' | 'name' | 'person' | 'proposedAssignmentChanges' | 'proposedBankChanges'
    | 'proposedCompensations' | 'proposedHomeChanges' | 'proposedTaxChanges' | 'roleGrants' | 'secondFactorAt'
    | 'sensitiveReads' | 'sessions' | 'updatedAt' | 'version';
  UserIdentity:
    | 'createdAt' | 'email' | 'endedAt' | 'id' | 'identityProvider' | 'lastUsedAt' | 'linkedAt' | 'subject'
    | 'updatedAt' | 'user' | 'version';
}
