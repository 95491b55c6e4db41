import type { Refusals } from './refusals.ts';
import { providerProblem } from './security.ts';

/** Of passwords, second factors and identity providers. */
export const SIGNING_IN: Refusals = {
  ...ofProviders(),
  SECOND_FACTOR_REQUIRED: {
    sv: 'Ange koden som din enhet visar, eller en återställningskod.',
    de: 'Geben Sie den Code Ihres Geräts oder einen Wiederherstellungscode an.',
    hu: 'Adja meg a készülékén látható kódot vagy egy helyreállítási kódot.',
    sl: 'Vnesite kodo, ki jo kaže naprava, ali obnovitveno kodo.',
  },
  SECOND_FACTOR_WRONG: {
    sv: 'Koden är fel eller redan använd. Vänta på nästa.',
    de: 'Dieser Code ist falsch oder wurde schon benutzt. Warten Sie auf den nächsten.',
    hu: 'Ez a kód hibás, vagy már felhasználták. Várja meg a következőt.',
    sl: 'Koda je napačna ali že uporabljena. Počakajte na naslednjo.',
  },
  SECOND_FACTOR_ON: {
    sv: 'Du har redan en andra faktor. Stäng av den innan du ställer in en annan enhet.',
    de: 'Sie haben schon einen zweiten Faktor. Schalten Sie ihn aus, bevor Sie ein anderes Gerät einrichten.',
    hu: 'Már van második tényezője. Kapcsolja ki, mielőtt másik készüléket állít be.',
    sl: 'Drugi dejavnik že imate. Izklopite ga, preden nastavite drugo napravo.',
  },
  SECOND_FACTOR_OFF: {
    sv: 'Det finns ingen andra faktor.',
    de: 'Es gibt keinen zweiten Faktor.',
    hu: 'Nincs második tényező.',
    sl: 'Drugega dejavnika ni.',
  },
  SECOND_FACTOR_NOT_BEGUN: {
    sv: 'Inställningen tog för lång tid. Börja om.',
    de: 'Das Einrichten hat zu lange gedauert. Beginnen Sie von vorn.',
    hu: 'A beállítás túl sokáig tartott. Kezdje újra.',
    sl: 'Nastavljanje je trajalo predolgo. Začnite znova.',
  },
  PASSWORD_IS_COMPANY: {
    sv: 'Använd något annat än företagets namn.',
    de: 'Nehmen Sie etwas anderes als den Namen des Unternehmens.',
    hu: 'Ne a vállalat nevét használja.',
    sl: 'Uporabite kaj drugega kot ime podjetja.',
  },
  ISSUER_INVALID: {
    sv: 'Använd leverantörens adress så som den själv anger den, till exempel https://login.example.com.',
    de: 'Nehmen Sie die Adresse des Anbieters, wie er sie selbst nennt, etwa https://login.example.com.',
    hu: 'A szolgáltató címét használja, ahogy ő maga megadja, például https://login.example.com.',
    sl: 'Uporabite naslov ponudnika, kot ga sam navaja, na primer https://login.example.com.',
  },
};

/** What leads back to the sign-in page with its code has a text in English too, and so stands elsewhere. */
function ofProviders(): Refusals {
  const { en, ...others } = providerProblem;
  return Object.fromEntries(
    (Object.keys(en) as (keyof typeof en)[]).map((code) => [
      code,
      { sv: others.sv[code], de: others.de[code], hu: others.hu[code], sl: others.sl[code] },
    ]),
  );
}
