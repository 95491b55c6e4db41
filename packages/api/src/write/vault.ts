import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../database/index.ts';
import type { Env } from '../env.ts';

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
/** Tells in which way a value is sealed, should there ever be another. */
const form = 1;

/** The key of an installation is missing or is none. The message is fit for the terminal. */
export class VaultFailure extends Error {
  override readonly name = 'VaultFailure';
}

const keyFile = (env: Pick<Env, 'home'>): string => path.join(env.home, 'secret.key');

async function readKey(file: string): Promise<Buffer | null> {
  try {
    const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
    if (key.length !== keyBytes) throw new VaultFailure(`${file} holds no key: restore it`);
    return key;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Makes the key once: of two processes at the same moment, one writes and both read what it wrote. */
async function makeKey(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(unfinished, 'w', 0o600);
  await handle.writeFile(`${randomBytes(keyBytes).toString('base64')}\n`);
  // On the disk before anything is sealed with it: losing it would lose what it seals.
  await handle.sync();
  await handle.close();
  try {
    await link(unfinished, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** The key of the installation: `KONTOR_SECRET_KEY`, else a file that nobody else can read, made when first needed. */
async function keyOf(env: Pick<Env, 'home' | 'secretKey'>): Promise<Buffer> {
  if (env.secretKey !== null) return Buffer.from(env.secretKey, 'base64');
  const file = keyFile(env);
  const known = await readKey(file);
  if (known) return known;
  await makeKey(file);
  const made = await readKey(file);
  if (!made) throw new VaultFailure(`${file} could not be written`);
  return made;
}

/**
 * Seals a secret that has to be read again (AES-256-GCM). `place` says what it is and whose, and is not kept: what is
 * sealed in one place cannot be opened in another.
 */
export async function seal(
  env: Pick<Env, 'home' | 'secretKey'>,
  place: string,
  secret: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(env), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.from([form]), nonce, cipher.getAuthTag(), sealed]));
}

/** Opens what `seal` sealed in the same place; a failure where the key is another one or the bytes were changed. */
export async function unseal(env: Pick<Env, 'home' | 'secretKey'>, place: string, sealed: Uint8Array): Promise<string> {
  const bytes = Buffer.from(sealed);
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  const tag = bytes.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(env), nonce, { authTagLength: tagBytes });
  try {
    decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
    const opened = decipher.update(bytes.subarray(1 + nonceBytes + tagBytes));
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch (error) {
    throw new VaultFailure(
      'A secret in the database was sealed with another key: restore KONTOR_SECRET_KEY or secret.key below KONTOR_HOME',
      { cause: error },
    );
  }
}

/**
 * Signs a text for one purpose (HMAC-SHA256), with a key that is derived from that of the installation: what is signed for
 * one purpose is worth nothing for another, and every process of the installation signs alike.
 */
export async function sign(env: Pick<Env, 'home' | 'secretKey'>, purpose: string, text: string): Promise<Buffer> {
  const key = hkdfSync('sha256', await keyOf(env), Buffer.alloc(0), purpose, keyBytes);
  return createHmac('sha256', Buffer.from(key)).update(text).digest();
}
