/** Where two JSON values differ first, with both values there; null where they are the same. */
export function difference(expected: unknown, actual: unknown, at = '$'): string | null {
  if (Object.is(expected, actual)) return null;
  if (typeof expected !== 'object' || typeof actual !== 'object' || expected === null || actual === null)
    return `${at}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`;
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  for (const key of keys) {
    const found = difference(
      (expected as Record<string, unknown>)[key],
      (actual as Record<string, unknown>)[key],
      `${at}.${key}`,
    );
    if (found) return found;
  }
  return null;
}
