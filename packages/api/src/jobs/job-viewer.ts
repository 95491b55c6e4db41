import type { Viewer } from '../viewer.ts';

/** Whoever does what no one asked for at that moment. It holds no role: a job decides nothing that a person must. */
export const jobViewer: Viewer = {
  userId: null,
  email: 'job',
  name: 'Job',
  language: 'en',
  personId: null,
  employeeIds: [],
  grants: [],
  channel: 'job',
  address: null,
  sessionId: null,
};
