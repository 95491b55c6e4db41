import type { App } from '../app.ts';
import type { MailKind } from '../generated/prisma/enums.ts';
import { writeLetter } from '../system/letters.ts';
import { newLink, passwordAddress } from '../system/sign-in-link.ts';
import { deliver, type Envelope, isFinal } from './post-office.ts';
import { type RunningJob, startRounds } from './rounds.ts';

const lookEveryMilliseconds = 2_000;
/** Longer than a server may take to answer: until then nobody else sends the same mail. */
const claimSeconds = 120;
const firstWaitSeconds = 15;
const longestWaitSeconds = 3_600;
/** About a day of trying. */
const attemptsAtMost = 30;

interface Waiting {
  readonly id: string;
  readonly kind: MailKind;
  readonly recipient: string;
  readonly sender: string | null;
  readonly attempts: number;
}

/** Takes the mail that has waited longest, so that no other process takes it too. */
const claim = {
  name: 'claim a mail',
  text: `update mail set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $1)
    where id = (
      select id from mail where sent_at is null and failed_at is null and next_attempt_at <= now()
      order by next_attempt_at limit 1 for update skip locked
    )
    returning id::text, kind::text, recipient, sender, attempts`,
};

interface Reader {
  readonly id: string;
  readonly name: string;
  readonly language: string;
}

/** Who gets the mail, as of now: nobody where the address has changed hands or never was anybody's. */
async function readerOf(app: App, recipient: string): Promise<Reader | undefined> {
  const query = 'select id::text, name, language from app_user where email = $1 and active';
  return (await app.pool.query<Reader>(query, [recipient])).rows[0];
}

/** Makes the link and writes the mail around it. Its secret is in the mail alone. */
async function compose(app: App, mail: Waiting, reader: Reader): Promise<{ envelope: Envelope; linkId: string }> {
  const { secret, row } = newLink(mail.kind, reader.id);
  const { rows } = await app.pool.query<{ id: string }>(
    'insert into sign_in_link (user_id, kind, token_hash, expires_at) values ($1, $2, $3, $4) returning id::text',
    [row.userId, row.kind, row.tokenHash, row.expiresAt],
  );
  const link = passwordAddress(app.address(), secret);
  const facts = { name: reader.name, sender: mail.sender, link, expiresAt: row.expiresAt };
  const letter = writeLetter(mail.kind, reader.language, facts);
  return { envelope: { id: mail.id, to: mail.recipient, link, ...letter }, linkId: rows[0]?.id ?? '' };
}

async function keepFailure(app: App, mail: Waiting, error: unknown): Promise<void> {
  const givenUp = isFinal(error) || mail.attempts >= attemptsAtMost;
  const wait = Math.min(firstWaitSeconds * 2 ** (mail.attempts - 1), longestWaitSeconds);
  const text = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  app.log.warn(
    { err: error, mail: mail.id },
    givenUp ? 'A mail could not be sent.' : 'A mail could not be sent; it will be tried again.',
  );
  await app.pool.query(
    `update mail set failure = $2, next_attempt_at = now() + make_interval(secs => $3),
       failed_at = case when $4 then now() end where id = $1`,
    [mail.id, text, wait, givenUp],
  );
}

async function send(app: App, mail: Waiting): Promise<void> {
  const reader = await readerOf(app, mail.recipient);
  // What was asked for by a stranger leaves nothing behind.
  if (!reader) return void (await app.pool.query('delete from mail where id = $1', [mail.id]));
  const { envelope, linkId } = await compose(app, mail, reader);
  try {
    await deliver(app, envelope);
  } catch (error) {
    await app.pool.query('delete from sign_in_link where id = $1', [linkId]);
    return keepFailure(app, mail, error);
  }
  await app.pool.query('update mail set sent_at = now(), failure = null where id = $1', [mail.id]);
}

/** Sends what waits, one after the other; answers how many were taken up. */
export async function sendWaitingMail(app: App, stopped = () => false): Promise<number> {
  for (let taken = 0; ; taken += 1) {
    if (stopped()) return taken;
    const mail = (await app.pool.query<Waiting>({ ...claim, values: [claimSeconds] })).rows[0];
    if (!mail) return taken;
    await send(app, mail);
  }
}

/**
 * Sends mail as it comes, in any number of processes at once. `stop` waits for the mail that is under way. A process that
 * dies while it sends leaves the mail to be sent again: better twice than never.
 */
export function startMailJob(app: App): RunningJob {
  return startRounds(lookEveryMilliseconds, async (stopped) => {
    await sendWaitingMail(app, stopped).catch((error: unknown) =>
      app.log.error({ err: error }, 'Mail could not be looked through.'),
    );
  });
}
