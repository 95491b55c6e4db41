import type { CountryPack } from '../rule/definition.ts';
import { GB_PACK } from './gb/pack.ts';

/** The country packs, by their code. */
export const COUNTRY_PACKS: ReadonlyMap<string, CountryPack> = new Map([GB_PACK].map((pack) => [pack.code, pack]));
