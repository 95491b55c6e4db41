import { createHmac, randomInt } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';

const stepSeconds = 30;
const codePattern = /^\d{6}$/;

/** A secret for a device that makes codes: 160 bits in base 32, as RFC 4226 advises. */
export const newCodeSecret = (): string => generateSecret();

/** What a device scans: `otpauth://totp/Kontor:anna@example.com?secret=…`. */
export const codeAddress = (secret: string, email: string): string =>
  generateURI({ issuer: 'Kontor', label: email, secret });

/** A code as people type it: blanks and hyphens are for reading. */
const typed = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase();

export const isTimeCode = (code: string): boolean => codePattern.test(typed(code));

/**
 * The step of time that a code of six digits belongs to (RFC 6238), one step of 30 seconds early or late at the most; null
 * where it is wrong, or not later than the last one used, so that a code that was seen by somebody else is worth nothing.
 */
export async function stepOfCode(secret: string, code: string, lastStep: bigint): Promise<bigint | null> {
  if (!isTimeCode(code)) return null;
  const checked = await verify({
    secret,
    token: typed(code),
    epochTolerance: stepSeconds,
    ...(lastStep > 0n && { afterTimeStep: Number(lastStep) }),
  });
  return checked.valid && 'timeStep' in checked ? BigInt(checked.timeStep) : null;
}

/** Letters and digits that are not taken for each other. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const recoveryLength = 12;
export const recoveryCodeCount = 10;

/** Ten codes of 58 bits, for the day that the device is lost. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: recoveryLength }, () => alphabet[randomInt(alphabet.length)])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  );

/** What is kept of a recovery code. It is random, so that a hash without a salt is enough; it is another for each user. */
export const recoveryHash = (userId: string, code: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac('sha256', userId).update(typed(code)).digest());
