/**
 * How the reader writes days, numbers and amounts: the console's language with the region of the browser. Somebody who
 * reads English in Sweden means 3 April by 03/04, whatever an American would. `navigator.languages` has the most wanted
 * tag first; one without a region, such as `de`, stands for that where most speak it.
 */
export function readerLocale(language: string, browserLanguages: readonly string[]): string {
  const region = regionOf(browserLanguages[0]);
  if (!region) return language;
  const tag = `${language}-${region}`;
  return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 ? tag : language;
}

function regionOf(tag: string | undefined): string | undefined {
  if (!tag) return undefined;
  try {
    return new Intl.Locale(tag).maximize().region;
  } catch {
    // Not every browser keeps to BCP 47.
    return undefined;
  }
}
