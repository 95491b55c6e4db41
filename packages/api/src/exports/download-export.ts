import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { forbidden, notFound } from '../errors.ts';
import { inputType, requireViewer } from '../graph/mutations.ts';
import { outputOf } from '../graph/types.ts';
import { UserError } from '../graph/user-error.ts';
import { decisionsFor, isNever } from '../policy/decide.ts';
import { resolveRead } from '../read/execute.ts';
import { look } from '../read/look.ts';
import { checkInput } from '../write/check-input.ts';
import { input, optional } from '../write/input.ts';
import { operate, type Refusal, Refused } from '../write/operation.ts';
import { exportLink, holdsRightsOf } from './export-link.ts';

const minutesByDefault = 15;
/** As long as a file is kept at the most. */
const minutesAtMost = 7 * 24 * 60;

const linkInput = {
  dataExportId: input.id('DataExport', 'The export, which is READY.'),
  minutes: optional(
    input.integer(`How long the link holds; ${minutesByDefault} unless told, and never longer than the file is kept.`, {
      minimum: '1',
      maximum: String(minutesAtMost),
    }),
  ),
};

interface Link {
  readonly id: string | null;
  readonly url: string | null;
  readonly expiresAt: string | null;
  readonly refusals: readonly Refusal[];
}

const refusal = (code: string, message: string): Refused => new Refused([{ code, message, path: ['dataExportId'] }]);

/** A link to an export of one's own; that it was given out is in the audit log. */
async function giveLink({ app, ...context }: Context, id: string, minutes: number): Promise<Omit<Link, 'refusals'>> {
  const viewer = requireViewer({ app, ...context });
  const condition = decisionsFor(viewer).command('downloadExport');
  return operate(app, { viewer, command: 'downloadExport', reason: id }, async ({ tx, now }) => {
    const found = await look(tx, viewer, 'DataExport', id, { conditions: [condition] });
    if (!found) throw notFound('dataExport');
    if (found.holds[0] !== true) throw forbidden('You may not downloadExport this record.');
    const kept = await tx.dataExport.findUniqueOrThrow({ where: { id: found.id } });
    if (kept.status !== 'READY' || kept.expiresAt === null)
      throw refusal('WRONG_STATE', `This export is ${kept.status}; there is a link to it when it is READY.`);
    // Of whoever asks for the link: a token may carry less than the session that asked for the file.
    if (!(await holdsRightsOf(app.pool, viewer, kept)))
      throw refusal('RIGHTS_CHANGED', 'Your rights are not those that this was made with. Ask for the export again.');
    const expiresAt = new Date(Math.min(now.getTime() + minutes * 60_000, kept.expiresAt.getTime()));
    return { id: found.id, url: await exportLink(app, found.id, expiresAt), expiresAt: expiresAt.toISOString() };
  });
}

async function downloadExport(context: Context, raw: Record<string, unknown>): Promise<Link> {
  if (isNever(decisionsFor(requireViewer(context)).command('downloadExport')))
    throw forbidden('You may not downloadExport.');
  const nothing = { id: null, url: null, expiresAt: null };
  const checked = checkInput(linkInput, raw);
  if (!checked.ok) return { ...nothing, refusals: checked.rejections };
  const { dataExportId, minutes } = checked.value;
  try {
    return { ...(await giveLink(context, String(dataExportId), Number(minutes ?? minutesByDefault))), refusals: [] };
  } catch (error) {
    if (error instanceof Refused) return { ...nothing, refusals: error.refusals };
    throw error;
  }
}

const DownloadExportPayload = builder.objectRef<Link>('DownloadExportPayload').implement({
  description: 'A link to the file, or why there is none.',
  fields: (t) => ({
    url: t.exposeString('url', {
      nullable: true,
      description:
        'Address of the file, for whoever has it: no session is asked for. It takes ranges of bytes, so that a download can go on.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when the link holds.',
      resolve: ({ expiresAt }) => expiresAt,
    }),
    dataExport: t.field({
      type: outputOf('DataExport').type,
      nullable: true,
      description: 'The export as it stands now.',
      extensions: { readAgain: true },
      resolve: ({ id }, _args, context, info) =>
        id === null ? null : resolveRead(context, { entity: 'DataExport', shape: 'one' }, id, info),
    }),
    userErrors: t.field({
      type: [UserError],
      description: 'Why there is no link; empty where there is one.',
      resolve: ({ refusals }) => [...refusals],
    }),
  }),
});

builder.mutationField('downloadExport', (t) =>
  t.field({
    type: DownloadExportPayload,
    description: 'Gives a link to the file of an export of yours, which holds for some minutes.',
    args: {
      input: t.arg({
        type: inputType('DownloadExportInput', 'Input of downloadExport.', linkInput),
        required: true,
        description: 'What to do.',
      }),
    },
    resolve: (_root, { input }, context) => downloadExport(context, { ...input }),
  }),
);
