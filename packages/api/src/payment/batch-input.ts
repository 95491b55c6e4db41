import type { Translations } from '../entity.ts';
import { input } from '../write/input.ts';

/** The batch that a command is about. */
export const batchInput = (description: string) => input.id('PaymentBatch', description);

/** Why a batch is not paid: everybody who sees the batch reads it. */
export const whyNot = (description: string) => input.text(description);

const five = (en: string, sv: string, de: string, hu: string, sl: string): Translations => ({ en, sv, de, hu, sl });

export const batchTitles = {
  prepare: five('Prepare', 'Förbered', 'Vorbereiten', 'Előkészítés', 'Pripravi'),
  add: five('Add a payment', 'Lägg till betalning', 'Zahlung hinzufügen', 'Kifizetés hozzáadása', 'Dodaj plačilo'),
  remove: five(
    'Remove a payment',
    'Ta bort betalning',
    'Zahlung entfernen',
    'Kifizetés eltávolítása',
    'Odstrani plačilo',
  ),
  submit: five('Hand in', 'Lämna in', 'Einreichen', 'Benyújtás', 'Oddaj'),
  approve: five('Approve', 'Godkänn', 'Genehmigen', 'Jóváhagyás', 'Odobri'),
  reject: five('Reject', 'Avslå', 'Ablehnen', 'Elutasítás', 'Zavrni'),
  cancel: five('Cancel', 'Avbryt', 'Abbrechen', 'Visszavonás', 'Prekliči'),
  export: five('Make the file', 'Skapa filen', 'Datei erzeugen', 'Fájl készítése', 'Ustvari datoteko'),
  confirm: five('Confirm', 'Bekräfta', 'Bestätigen', 'Visszaigazolás', 'Potrdi'),
} as const;
