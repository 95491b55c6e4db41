/** The order matters: most browsers name themselves as others too. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/(Headless)?Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** A browser as people call it, such as `Firefox, Windows`, from what it says of itself; null where it says nothing. */
export function browserName(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const named = (list: typeof browsers) => list.find(([mark]) => mark.test(userAgent))?.[1];
  return [named(browsers), named(systems)].filter(Boolean).join(', ') || userAgent.slice(0, 60);
}
