import type { Fonts } from './font.ts';

/** Points: 72 to an inch. A4 is 595 wide and 842 high. */
const [left, right, top, bottom] = [50, 545, 50, 780] as const;
export const sheetWidth = right - left;
const footerAt = 800;
const [cellGap, rowGap] = [10, 3] as const;
const grey = '#555555';
const rule = '#bbbbbb';

export type Weight = keyof Fonts;

export interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
}

/** A column of a table: its part of the width, and whether numbers stand in it. */
export interface Column {
  readonly part: number;
  readonly isNumber?: boolean;
}

export interface SheetOptions {
  readonly title: string;
  readonly author: string;
  /** BCP 47. */
  readonly language: string;
  /** The moment that the document says it was made at, so that the same content is the same file. */
  readonly madeAt: Date;
  readonly fonts: Fonts;
}

type Structure = PDFKit.PDFStructureElement;

/** A document in the making: headings, paragraphs and tables one below the other, tagged, over as many pages as they need. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly #root: Structure;
  #y: number = top;

  /** Begins a document. What draws it is loaded with the first: a server that draws none does without. */
  static async begin({ title, author, language, madeAt, fonts }: SheetOptions): Promise<Sheet> {
    const { default: PDFDocument } = await import('pdfkit');
    const pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      // None of the standard fonts, which are not embedded.
      font: '',
      info: { Title: title, Author: author, Creator: 'Kontor', Producer: 'Kontor', CreationDate: madeAt },
    });
    // Under names: a font that is handed over as it is would be opened again for each piece of text.
    for (const [weight, font] of Object.entries(fonts)) pdf.registerFont(weight, font);
    return new Sheet(pdf);
  }

  private constructor(pdf: PDFKit.PDFDocument) {
    this.pdf = pdf;
    this.#root = this.pdf.struct('Document');
    this.pdf.addStructure(this.#root);
  }

  /** A heading. It does not stand alone at the end of a page. */
  heading(level: 1 | 2 | 3, text: string): void {
    const style = (
      [
        { size: 18, weight: 'bold' },
        { size: 11.5, weight: 'bold' },
        { size: 9.5, weight: 'bold' },
      ] as const
    )[level - 1] as Style;
    if (level > 1) this.space(level === 2 ? 14 : 8);
    this.#room(this.#height(text, style, sheetWidth) + 40);
    this.#block(`H${level}`, text, style);
    this.space(level === 1 ? 8 : 4);
  }

  paragraph(text: string, style: Style = { size: 8.5 }): void {
    this.#block('P', text, style);
    this.space(3);
  }

  space(points: number): void {
    this.#y += points;
  }

  /** A table with a heading, whose first row stands again on every page that it goes on to. */
  table(columns: readonly Column[], head: readonly string[], rows: readonly (readonly string[])[], size = 9): void {
    const table = this.pdf.struct('Table');
    this.#root.add(table);
    const drawHead = (): void => this.#row(table, columns, head, { size: size - 1, color: grey }, 'TH');
    this.#room(50);
    drawHead();
    for (const row of rows) {
      if (this.#room(this.#rowHeight(columns, row, { size }))) drawHead();
      this.#row(table, columns, row, { size }, 'TD');
    }
    table.end();
  }

  /** A sum under a table: what it is, and the amount, between lines. */
  total(label: string, amount: string, size = 9.5): void {
    const style: Style = { size, weight: 'bold' };
    const columns = [{ part: 0.5 }, { part: 0.5, isNumber: true }];
    this.#room(this.#rowHeight(columns, [label, amount], style) + 4);
    this.#line();
    this.space(3);
    const at = this.pdf.struct('P');
    this.#root.add(at);
    this.#cells(at, columns, [label, amount], style, 'Span');
    at.end();
  }

  /** Names and values, side by side in two columns. */
  pairs(pairs: readonly (readonly [label: string, value: string])[]): void {
    const columns = [{ part: 0.17 }, { part: 0.33 }, { part: 0.2 }, { part: 0.3 }];
    const half = Math.ceil(pairs.length / 2);
    const table = this.pdf.struct('Table');
    this.#root.add(table);
    for (let index = 0; index < half; index += 1) {
      const row = [pairs[index], pairs[index + half]].flatMap((pair) => [pair?.[0] ?? '', pair?.[1] ?? '']);
      this.#room(this.#rowHeight(columns, row, { size: 9 }));
      this.#row(table, columns, row, { size: 9 }, 'TD', [0, 2]);
    }
    table.end();
  }

  /** Writes the foot of every page and ends the document. */
  end(foot: string, page: (page: number, pages: number) => string): void {
    this.#root.end();
    const { start, count } = this.pdf.bufferedPageRange();
    for (let index = start; index < start + count; index += 1) {
      this.pdf.switchToPage(index);
      this.#decoration(() => {
        this.#style({ size: 7.5, color: grey });
        this.pdf.text(foot, left, footerAt, { width: sheetWidth * 0.75, height: 10, ellipsis: true, lineBreak: false });
        this.pdf.text(page(index - start + 1, count), left, footerAt, { width: sheetWidth, align: 'right' });
      });
    }
    this.pdf.end();
  }

  #style({ size, weight = 'regular', color = '#000000' }: Style): void {
    this.pdf
      .font(weight as never)
      .fontSize(size)
      .fillColor(color);
  }

  #height(text: string, style: Style, width: number): number {
    this.#style(style);
    return this.pdf.heightOfString(text === '' ? ' ' : text, { width });
  }

  /** Begins a page where what comes next has no room on this one. Answers whether it did. */
  #room(height: number): boolean {
    if (this.#y + height <= bottom) return false;
    this.pdf.addPage({ size: 'A4', margin: 0 });
    this.#y = top;
    return true;
  }

  /** A text over the whole width; one that is longer than a page goes on to the next, line by line. */
  #block(tag: string, text: string, style: Style): void {
    const height = this.#height(text, style, sheetWidth);
    this.#room(Math.min(height, bottom - top));
    this.#root.add(
      this.pdf.struct(tag, {}, () => {
        this.#style(style);
        this.pdf.text(text, left, this.#y, { width: sheetWidth });
      }),
    );
    this.#y += height;
  }

  #widthOf({ part }: Column): number {
    return sheetWidth * part - cellGap;
  }

  #rowHeight(columns: readonly Column[], texts: readonly string[], style: Style): number {
    return (
      Math.max(...columns.map((column, index) => this.#height(texts[index] ?? '', style, this.#widthOf(column)))) +
      rowGap
    );
  }

  #row(
    table: Structure,
    columns: readonly Column[],
    texts: readonly string[],
    style: Style,
    tag: 'TH' | 'TD',
    headers: readonly number[] = [],
  ): void {
    const row = this.pdf.struct('TR');
    table.add(row);
    this.#cells(row, columns, texts, style, tag, headers);
    row.end();
  }

  #cells(
    parent: Structure,
    columns: readonly Column[],
    texts: readonly string[],
    style: Style,
    tag: string,
    headers: readonly number[] = [],
  ): void {
    const height = this.#rowHeight(columns, texts, style);
    let x: number = left;
    for (const [index, column] of columns.entries()) {
      const [at, text] = [x, texts[index] ?? ''];
      const width = this.#widthOf(column);
      const isHeader = headers.includes(index);
      parent.add(
        this.pdf.struct(isHeader ? 'TH' : tag, {}, () => {
          this.#style(isHeader ? { ...style, color: grey } : style);
          const indent = column.isNumber ? cellGap : 0;
          this.pdf.text(text === '' ? ' ' : text, at + indent, this.#y, {
            width,
            align: column.isNumber ? 'right' : 'left',
          });
        }),
      );
      x += sheetWidth * column.part;
    }
    this.#y += height;
  }

  #line(): void {
    this.#decoration(() => {
      this.pdf.moveTo(left, this.#y).lineTo(right, this.#y).lineWidth(0.5).stroke(rule);
    });
  }

  /** What is no content, and is not read out. */
  #decoration(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }
}
