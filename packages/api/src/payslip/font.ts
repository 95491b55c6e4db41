import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';

const require = createRequire(import.meta.url);

const fontAt = (file: string): Font => {
  const font = openSync(file);
  if ('fonts' in font) throw new Error(`${file} is a collection of fonts`);
  return font;
};

/** The fonts of a document: Noto Sans, which has the letters of every language that Kontor speaks. */
export interface Fonts {
  readonly regular: Font;
  readonly bold: Font;
}

let fonts: Fonts | null = null;

/** Reads the fonts once: a parsed font draws ten times as many pages as one that is read for each. */
export function readFonts(): Fonts {
  fonts ??= {
    regular: fontAt(require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
    bold: fontAt(require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')),
  };
  return fonts;
}
