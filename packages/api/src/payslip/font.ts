import { createRequire } from 'node:module';
import type { Font, GlyphRun } from 'fontkit';

const require = createRequire(import.meta.url);

/** So many words are remembered; of documents of a kind, nearly all but names and amounts are the same. */
const wordsAtMost = 5_000;
const lettersAtMost = 40;

/** A run of glyphs as whoever laid it out first got it: the document that takes it scales its positions in place. */
const again = (run: GlyphRun): GlyphRun =>
  Object.assign(Object.create(Object.getPrototypeOf(run)), run, {
    positions: run.positions.map((position) => Object.assign(Object.create(Object.getPrototypeOf(position)), position)),
  });

/** Has a font remember how it laid words out, over all documents: that is half of what it takes to draw one. */
function remembering(font: Font): Font {
  const known = new Map<string, GlyphRun>();
  const layOut = font.layout.bind(font);
  font.layout = (text, features, ...rest) => {
    if (features !== undefined || rest.length > 0 || text.length > lettersAtMost)
      return layOut(text, features, ...rest);
    const found = known.get(text);
    if (found) return again(found);
    const run = layOut(text);
    if (known.size >= wordsAtMost) known.clear();
    known.set(text, again(run));
    return run;
  };
  return font;
}

async function fontAt(file: string): Promise<Font> {
  const { openSync } = await import('fontkit');
  const font = openSync(file);
  if ('fonts' in font) throw new Error(`${file} is a collection of fonts`);
  return remembering(font);
}

/** The fonts of a document: Noto Sans, which has the letters of every language that Kontor speaks. */
export interface Fonts {
  readonly regular: Font;
  readonly bold: Font;
}

let fonts: Fonts | null = null;

/** Reads the fonts once: a parsed font draws ten times as many pages as one that is read for each. */
export async function readFonts(): Promise<Fonts> {
  fonts ??= {
    regular: await fontAt(require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
    bold: await fontAt(require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')),
  };
  return fonts;
}
