import { command, done, refused } from '../command.ts';
import type { ExportFormat } from '../generated/prisma/enums.ts';
import { builtSchema } from '../graph/built-schema.ts';
import { compileExport } from '../read/export.ts';
import type { ExportRequest } from '../read/export-request.ts';
import type { Viewer } from '../viewer.ts';
import { type InputOf, input, many, optional } from '../write/input.ts';

/** Exports that one person may have waiting or running: the next is for whoever waits for theirs. */
const openAtMost = 10;

const asked = {
  entity: input.text('Entity to export, such as Employee.', { maxLength: 100 }),
  format: input.choice('ExportFormat', 'What kind of file it is to be.'),
  columns: optional(
    many(input.text('For a list: fields, or fields of records that a row refers to, such as department.name.')),
  ),
  where: optional(input.json('Only rows that meet these conditions, as the list takes them.')),
  orderBy: optional(input.json('The order, as the list takes it, or the groups.')),
  search: optional(input.text('Only rows in which every word is found.', { maxLength: 200 })),
  includeInactive: optional(input.boolean('Also rows that are out of use.')),
  groupBy: optional(input.json('For figures: the keys, as the groups of the entity take them.')),
  measures: optional(many(input.text('For figures: what is reckoned, such as count or fte.sum.'))),
  having: optional(input.json('For figures: only groups that meet these conditions.')),
  total: optional(input.boolean('For figures: whether a last row holds those over all groups together.')),
  timeZone: optional(
    input.text('For figures: zone by whose clocks an instant belongs to a day, such as Europe/Stockholm.', {
      maxLength: 100,
    }),
  ),
  language: optional(
    input.text('Language of the titles and of the order; your own unless told.', { format: 'language' }),
  ),
};

/** The request as it is kept: what was not asked for is not in it. */
function requestOf({ format: _format, ...rest }: InputOf<typeof asked>): ExportRequest {
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)) as unknown as ExportRequest;
}

/** A token carries some roles; what is done on its behalf later carries no others. */
const rolesOf = ({ channel, grants }: Viewer) =>
  channel === 'token' ? [...new Set(grants.map(({ role }) => role))] : [];

export const requestExport = command('requestExport', {
  entity: 'DataExport',
  title: { en: 'Export', sv: 'Exportera', de: 'Exportieren', hu: 'Exportálás', sl: 'Izvozi' },
  description:
    'Has a whole list, or figures by groups, written into a file in the background: of one moment, and as you may see it when it is written. Wait until it is READY and ask for a link with downloadExport.',
  input: asked,
  reason: (value) => JSON.stringify({ format: value.format, ...requestOf(value) }),
  run: async (value, { tx, viewer }) => {
    if (viewer.userId === null)
      return refused({ code: 'ACCOUNT_MISSING', message: 'Sign in with an account of your own to export.', path: [] });
    const request = requestOf(value);
    const compiled = compileExport(builtSchema(), viewer, request);
    if (!compiled.ok) return refused(...compiled.rejections);
    const open = await tx.dataExport.count({
      where: { requestedById: viewer.userId, status: { in: ['QUEUED', 'RUNNING'] } },
    });
    if (open >= openAtMost)
      return refused({
        code: 'TOO_MANY_EXPORTS',
        message: `You have ${openAtMost} exports waiting. Wait for them, or cancel some.`,
        path: [],
      });
    const made = await tx.dataExport.create({
      data: {
        requestedById: viewer.userId,
        resource: compiled.value.entity.name,
        format: value.format as ExportFormat,
        request: JSON.stringify(request),
        roles: rolesOf(viewer),
      },
      select: { id: true },
    });
    return done(made.id);
  },
});
