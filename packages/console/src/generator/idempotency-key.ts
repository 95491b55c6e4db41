/**
 * A key that makes a request safe to send twice. One is drawn when a dialog opens and kept until it closes, so that a
 * second click or a retry after a lost answer does not act again. `crypto.randomUUID` is missing outside secure contexts.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
