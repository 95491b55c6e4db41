import type { ResourceDefinition } from '../generator/resource-definition.ts';

/** Addresses of the pages of a record and of its list. */
export const paths = {
  list: (resource: ResourceDefinition) => `/${resource.path}`,
  create: (resource: ResourceDefinition) => `/${resource.path}/new`,
  show: (resource: ResourceDefinition, id: string) => `/${resource.path}/${encodeURIComponent(id)}`,
  edit: (resource: ResourceDefinition, id: string) => `/${resource.path}/${encodeURIComponent(id)}/edit`,
  action: (resource: ResourceDefinition, action: string, id?: string) =>
    id === undefined
      ? `/${resource.path}/actions/${action}`
      : `/${resource.path}/${encodeURIComponent(id)}/actions/${action}`,
  import: (resource: ResourceDefinition) => `/${resource.path}/import`,
  orgChart: '/org-chart',
  figures: (single: string) => `/figures/${single}`,
  /** Reports that are there, kept ones, and new ones of an entity. */
  analyses: '/analyses',
  analysis: (resource: ResourceDefinition, state: string) => `/analyses/${resource.path}?${state}`,
  /** Tries out a salary: of an employee, or for an offer. */
  payPreview: (employeeId?: string) =>
    employeeId === undefined ? '/pay-preview' : `/pay-preview?employee=${employeeId}`,
  reports: '/reports',
  exchange: '/sie',
  costCentreResults: '/cost-centre-results',
  security: '/security',
  access: '/access',
  /** Who may read a record, field by field. */
  whoMayRead: (entity: string, id: string) => `/access?${new URLSearchParams({ tab: 'field', entity, id })}`,
  signIn: '/login',
  forgotten: '/forgotten-password',
  setPassword: '/set-password',
} as const;
