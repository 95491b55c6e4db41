import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { App } from '../app.ts';
import type { Letter } from '../system/letters.ts';

/** A mail ready to go. */
export interface Envelope extends Letter {
  /** Stays the same when it is sent again, so that a reader can tell that it is one mail. */
  readonly id: string;
  readonly to: string;
  readonly link: string;
}

/** The server does not take this mail and never will; a sign-in or a sender that it refuses can be put right. */
export const isFinal = (error: unknown): boolean => {
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  return typeof responseCode === 'number' && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
};

/** Loaded with the first mail: many a day there is none. */
const mailer = () => import('nodemailer');

const waits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

const messageOf = (app: App, { id, to, subject, text }: Envelope) => ({
  from: app.env.mailFrom,
  // As an object: an address is never read as a list of them.
  to: { name: '', address: to },
  subject,
  text,
  messageId: `<${id}@${new URL(app.address()).hostname}>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
});

async function writeToDisk(app: App, envelope: Envelope): Promise<void> {
  const { createTransport } = await mailer();
  const transport = createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail(messageOf(app, envelope));
  const folder = path.join(app.env.home, 'mail');
  const file = path.join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${envelope.id}.eml`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, message as Buffer, { mode: 0o600 });
  // Whoever reads the log of a production system must not get in by it.
  if (app.env.nodeEnv === 'production')
    app.log.warn({ file }, 'SMTP_URL is not set: a mail was written to a file and sent to nobody.');
  else app.log.info({ to: envelope.to, file }, `${envelope.subject}: ${envelope.link}`);
}

/** Sends a mail over SMTP_URL; without one it is written below KONTOR_HOME. */
export async function deliver(app: App, envelope: Envelope): Promise<void> {
  const { smtpUrl } = app.env;
  if (smtpUrl === null) return writeToDisk(app, envelope);
  const { createTransport } = await mailer();
  const transport = createTransport({ url: smtpUrl, ...waits });
  try {
    await transport.sendMail(messageOf(app, envelope));
  } finally {
    transport.close();
  }
}
