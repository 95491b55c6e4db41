import type en from './en.ts';

type Texts<Shape> = { readonly [Key in keyof Shape]: Shape[Key] extends string ? string : Texts<Shape[Key]> };

/** Every text of the console. A catalogue that lacks one does not compile. */
export type Catalogue = Texts<typeof en>;
