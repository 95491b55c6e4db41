import type { CountryPack } from '../rule/definition.ts';
import { GB_PACK } from './gb/pack.ts';
import { HU_PACK } from './hu/pack.ts';

/** The country packs, by their code. */
export const COUNTRY_PACKS: ReadonlyMap<string, CountryPack> = new Map(
  [GB_PACK, HU_PACK].map((pack) => [pack.code, pack]),
);
