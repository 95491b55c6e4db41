import { each, type Rows, taken } from './meaning.ts';
import { meaningsOfAbsence } from './meanings-of-absence.ts';
import { meaningsOfBooks } from './meanings-of-books.ts';
import { meaningsOfPayments } from './meanings-of-payments.ts';
import { meaningsOfPayroll } from './meanings-of-payroll.ts';

/** By the name of the constraint, index or trigger. Unique keys of the schema and references need no row here. */
export const meanings: Rows = {
  ...meaningsOfBooks,
  ...meaningsOfAbsence,
  ...meaningsOfPayroll,
  ...meaningsOfPayments,
  ...each('END_BEFORE_START', 'The end is before the start.', {
    assignment_dates: 'endOn',
    compensation_dates: 'endOn',
    employee_dates: 'endOn',
    role_grant_dates: 'untilAt',
  }),
  ...each('FTE_OUT_OF_RANGE', 'Full time is 1; use more than 0 and 1.5 at the most.', {
    assignment_fte: 'fte',
    assignment_change_fte: 'fte',
    employee_fte: 'fte',
  }),
  ...each('FTE_OUT_OF_RANGE', 'Budget more than nothing.', { position_fte: 'budgetedFte' }),
  ...each('AMOUNT_NOT_POSITIVE', 'Pay is more than nothing.', {
    compensation_amount: 'amount',
    employee_salary: 'salary',
  }),
  ...each('MINOR_UNIT_EXCEEDED', 'The amount has more decimals than its currency.', {
    compensation_minor_unit: 'amount',
    position_minor_unit: 'payMinimum',
    device_minor_unit: 'purchaseCost',
  }),
  ...each('TOO_SMALL', 'Use 0 at the least.', {
    employee_dependants: 'taxDependants',
    tax_change_dependants: 'taxDependants',
    device_cost: 'purchaseCost',
    room_capacity: 'capacity',
  }),
  ...each('SAME_PERSON', 'Somebody other than the proposer must decide.', {
    assignment_change_two_people: 'assignmentChangeId',
    compensation_two_people: 'compensationId',
  }),
  ...each('MANAGER_CYCLE', 'Nobody is their own manager.', { employee_own_manager: 'managerId' }),
  ...each('MANAGER_CYCLE', 'The manager stands below this employee.', { employee_manager_cycle: 'managerId' }),
  ...each('MANAGER_CYCLE', 'The manager would stand below this employee on some day.', {
    assignment_manager_cycle: 'managerId',
  }),
  ...each('DEPARTMENT_CYCLE', 'That department stands below this one.', { department_parent_cycle: 'parentId' }),
  ...each('RANGE_REVERSED', 'The highest pay is below the lowest.', { position_range: 'payMaximum' }),
  ...each('RANGE_INCOMPLETE', 'A pay range has a lowest and a highest pay, a currency and a period.', {
    position_range_whole: 'payMinimum',
  }),
  ...each('BUDGET_APPROVED', 'The budget is approved: propose another, for somebody else to approve.', {
    position_budget_approved: 'budgetedFte',
  }),
  ...each('BUDGET_BELOW_HELD', 'More of the seat is held than that, today or later.', {
    position_budget_held: 'budgetedFte',
  }),
  ...each('HOLDER_MISSING', 'A device that is handed out has a holder.', { device_holder: 'employeeId' }),
  ...each('CURRENCY_MISSING', 'A cost has a currency.', { device_cost_whole: 'purchaseCurrencyCode' }),
  ...each('ROOM_OF_OTHER_SITE', 'Choose a room at the site of the device, or none.', {
    device_company_id_site_id_room_id_fkey: 'roomId',
  }),
  ...each('SITE_MISSING', 'Say at which site the room is.', { device_room_at_site: 'siteId' }),
  ...each('CURRENCY_UNKNOWN', 'There is no such currency in use.', {
    company_base_currency_code_fkey: 'baseCurrencyCode',
  }),
  ...each('ISSUER_INVALID', 'Use the address of the provider as it names itself, such as https://login.example.com.', {
    identity_provider_issuer: 'issuer',
  }),
  ...each('OWN_GRANT', 'Nobody changes their own roles; ask another administrator.', { role_grant_own: 'userId' }),
  ...each('OWN_ACCOUNT', 'Nobody changes the person behind their own account; ask another administrator.', {
    user_own_person: 'personId',
  }),
  ...each('OWN_ACCOUNT', 'Nobody takes their own account out of use; ask another administrator.', {
    user_own_active: 'id',
  }),

  assignment_no_overlap: taken(
    'ASSIGNMENT_OVERLAPS',
    'The employee has another assignment on these days.',
    'startOn',
    'Assignment',
    'startOn',
  ),
  compensation_no_overlap: taken(
    'COMPENSATION_OVERLAPS',
    'The employee has other pay on these days.',
    'startOn',
    'Compensation',
    'startOn',
  ),
  device_assignment_open_once: taken(
    'DEVICE_TAKEN',
    'The device is with somebody, or kept for somebody.',
    'deviceId',
    'DeviceAssignment',
    'device',
  ),
  device_serial_once: taken(
    'ALREADY_EXISTS',
    'Another device of this model has this serial number.',
    'serialNumber',
    'Device',
    'serialNumber',
  ),
  assignment_change_open_once: taken(
    'PROPOSAL_OPEN',
    'Withdraw the change that waits for a decision first.',
    'employeeId',
    'AssignmentChange',
    'status',
  ),
  user_person_once: taken(
    'ALREADY_EXISTS',
    'This person has another account that is in use.',
    'personId',
    'User',
    'person',
  ),
  identity_provider_once: taken(
    'ALREADY_EXISTS',
    'This provider is in use under this name already.',
    'clientId',
    'IdentityProvider',
    'clientId',
  ),
  second_factor_rule_once: taken(
    'ALREADY_EXISTS',
    'There is a rule for this role already.',
    'role',
    'SecondFactorRule',
    'role',
  ),
  group_mapping_once: taken(
    'ALREADY_EXISTS',
    'This group brings this role already.',
    'groupName',
    'GroupMapping',
    'groupName',
  ),
  saved_view_name_once: taken(
    'ALREADY_EXISTS',
    'You have a view of this name for the list.',
    'name',
    'SavedView',
    'name',
  ),
  role_grant_open_once: taken('ALREADY_EXISTS', 'The user holds this role already.', 'role', 'RoleGrant', 'role'),
};
