import { type CalendarDate, nextRecurrence } from '@kontor/core';
import type { App } from '../app.ts';
import { jobViewer } from '../jobs/job-viewer.ts';
import { operate, type Transaction } from '../write/operation.ts';
import { postFromTemplate } from './post-template.ts';
import { reverse } from './reverse.ts';

/** A rule that begins years back catches up over several runs, so that nobody else waits for it. */
const entriesOfARun = 500;
const problemAtMost = 1_000;

interface Due {
  readonly id: string;
  readonly templateId: string;
  readonly interval: 'MONTH' | 'QUARTER' | 'YEAR';
  readonly startsOn: CalendarDate;
  readonly nextOn: CalendarDate;
  readonly untilOn: CalendarDate | null;
  readonly reversesItself: boolean;
  /** First day of the period after that of the entry; null where there is none yet. */
  readonly reverseOn: CalendarDate | null;
}

/** What is due today where the company is, the longest due first; what could not be posted comes after the rest. */
const dueQuery = (now: Date, one: string | null) => ({
  text: `
    select r.id::text, r.template_id::text as "templateId", r.interval::text as interval, r.starts_on::text as "startsOn",
      r.next_on::text as "nextOn", r.until_on::text as "untilOn", r.reverses_itself as "reversesItself",
      (select min(p.starts_on)::text from fiscal_period p where p.company_id = r.company_id and p.starts_on > r.next_on) as "reverseOn"
    from recurring_entry r join company c on c.id = r.company_id
    where r.status = 'ACTIVE' and r.next_on <= ($1::timestamptz at time zone c.time_zone)::date and ($2::uuid is null or r.id = $2::uuid)
    order by r.problem is not null, r.next_on, r.id limit ${entriesOfARun}`,
  values: [now, one],
});

type Told = { readonly ok: true } | { readonly ok: false; readonly problem: string };

const told = (rejections: readonly { readonly message: string }[]): Told => ({
  ok: false,
  problem: rejections
    .map(({ message }) => message)
    .join(' ')
    .slice(0, problemAtMost),
});

/** Carries a refusal out of the transaction, so that nothing of the entry stays. */
class NotPosted extends Error {}

async function postOne(tx: Transaction, due: Due): Promise<Told> {
  const context = { tx, viewer: jobViewer };
  const source = { type: 'RECURRING', id: due.id, event: due.nextOn };
  const { templateId, nextOn: postingOn } = due;
  const posted = await postFromTemplate(context, { templateId, postingOn, text: null, source });
  if (!posted.ok) return told(posted.rejections);
  if (!due.reversesItself) return { ok: true };
  if (due.reverseOn === null)
    return told([{ message: 'There is no period after it in which to take it back: open the next fiscal year.' }]);
  const { entryId } = posted.value;
  const taken = await reverse(context, {
    entryId,
    postingOn: due.reverseOn,
    text: null,
    key: `RECURRING ${due.id} ${postingOn} REVERSE`,
  });
  return taken.ok ? { ok: true } : told(taken.rejections);
}

/** Posts one that is due and moves it on, in one transaction; or keeps why not, in another. */
async function postDue(app: App, now: Date, id: string): Promise<boolean> {
  const deed = { viewer: jobViewer, command: 'postDueEntries', now };
  let problem = '';
  try {
    return await operate(app, deed, async ({ tx }) => {
      await tx.$queryRaw`select id::text from recurring_entry where id = ${id}::uuid for no key update`;
      const query = dueQuery(now, id);
      // Somebody else may have posted it while this waited.
      const [due] = await tx.$queryRawUnsafe<Due[]>(query.text, ...query.values);
      if (!due) return false;
      const outcome = await postOne(tx, due);
      if (!outcome.ok) {
        problem = outcome.problem;
        throw new NotPosted();
      }
      const next = nextRecurrence(due.startsOn, due.interval, due.nextOn);
      const ends = due.untilOn !== null && next > due.untilOn;
      await tx.recurringEntry.update({
        where: { id },
        data: { nextOn: new Date(next), problem: null, ...(ends && { status: 'ENDED' }) },
      });
      return true;
    });
  } catch (error) {
    if (!(error instanceof NotPosted)) throw error;
    // The same reason as the last time is no change.
    const changed = { OR: [{ problem: null }, { problem: { not: problem } }] };
    await operate(app, deed, ({ tx }) =>
      tx.recurringEntry.updateMany({ where: { id, status: 'ACTIVE', ...changed }, data: { problem } }),
    );
    return false;
  }
}

/** Posts what is due of the recurring entries, each once; answers how many entries there were. */
export async function postDueEntries(app: App, now: Date): Promise<number> {
  const given = new Set<string>();
  let posted = 0;
  while (posted < entriesOfARun) {
    const { rows } = await app.pool.query<Due>(dueQuery(now, null));
    const due = rows.find(({ id }) => !given.has(id));
    if (!due) return posted;
    if (await postDue(app, now, due.id)) posted += 1;
    else given.add(due.id);
  }
  return posted;
}
