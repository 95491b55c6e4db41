import type { Language } from '../entity.ts';
import { readyReports } from '../ready-report.ts';
import { readViewState } from '../system/view-state.ts';
import type { Viewer } from '../viewer.ts';
import type { ConsoleReadyReport } from './console-meta.ts';

/** The ready-made reports of which a viewer may read every figure and every key on some record, in one language. */
export function describeReadyReports(viewer: Viewer, language: Language): ConsoleReadyReport[] {
  return readyReports()
    .filter(
      ({ entity, state }) => readViewState(viewer, { kind: 'REPORT', resource: entity, state }).refusals.length === 0,
    )
    .map(({ name, entity, title, definition, state, roles }) => ({
      name,
      title: title[language],
      definition: definition[language],
      resource: entity,
      state,
      roles,
    }));
}
