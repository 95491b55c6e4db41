import { COUNTRY_PACKS } from '@kontor/core';
import type { Language, NamedValues, Translations } from '../entity.ts';
import { sumCodes, sumName } from './sum-names.ts';

/** What accounts are for beside the components, as `PayAccount` names it. */
const owedAndRest: Readonly<Record<string, Translations>> = {
  NET_PAY: {
    en: 'Pay owed to the people',
    sv: 'Lön att betala ut',
    de: 'Auszuzahlendes Entgelt',
    hu: 'Kifizetendő bér',
    sl: 'Plače za izplačilo',
  },
  ANY_EARNING: {
    en: 'Any other earning',
    sv: 'Övriga ersättningar',
    de: 'Alle anderen Bezüge',
    hu: 'Minden más jövedelem',
    sl: 'Vsi drugi prejemki',
  },
  ANY_DEDUCTION: {
    en: 'Any other deduction',
    sv: 'Övriga avdrag',
    de: 'Alle anderen Abzüge',
    hu: 'Minden más levonás',
    sl: 'Vsi drugi odtegljaji',
  },
  ANY_EMPLOYER: {
    en: 'Any other contribution of the employer',
    sv: 'Övriga arbetsgivaravgifter',
    de: 'Alle anderen Arbeitgeberbeiträge',
    hu: 'Minden más munkáltatói járulék',
    sl: 'Vsi drugi prispevki delodajalca',
  },
};

/** Running sums by whose words a code goes that two countries call by different ones. */
const common: Readonly<Record<string, string>> = { INCOME_TAX: 'incomeTax' };

/** The words of the country packs; a step on the way is shown nowhere. */
function ofCountries(language: Language): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { components } of COUNTRY_PACKS.values())
    for (const { code, kind, name } of components) {
      if (kind !== 'STEP') words.set(code, common[code] ? sumName(common[code], language) : name[language]);
    }
  return words;
}

/** Codes of pay components by the words of the country packs; a company's own component has the name that it gave it. */
export const componentCodes: NamedValues = {
  name: 'PayComponentCode',
  values: (language) => [
    ...[...ofCountries(language)].map(([name, label]) => ({ name, label })),
    ...Object.entries(owedAndRest).map(([name, said]) => ({ name, label: said[language] })),
  ],
};

/** Codes of the running sums of a tax year. */
export const runningSumCodes: NamedValues = {
  name: 'RunningSumCode',
  values: (language) => sumCodes.map((name) => ({ name, label: sumName(name, language) })),
};

/** What the code is called on a page that shows the words for it. */
export const componentLabel: Translations = {
  en: 'Pay component',
  sv: 'Lönekomponent',
  de: 'Lohnart',
  hu: 'Bérjogcím',
  sl: 'Sestavina plače',
};

export const runningSumLabel: Translations = {
  en: 'Running sum',
  sv: 'Ackumulerad summa',
  de: 'Jahressumme',
  hu: 'Göngyölt összeg',
  sl: 'Letni seštevek',
};
