import type { Refusals } from './refusals.ts';

/** Of settling open items and of budgets. */
export const SETTLING: Refusals = {
  ALREADY_UNDONE: {
    sv: 'Avräkningen är redan ångrad.',
    de: 'Der Ausgleich ist schon aufgehoben.',
    hu: 'A kiegyenlítést már visszavonták.',
    sl: 'Poravnava je že razveljavljena.',
  },
  AMOUNTS_DIFFER: {
    sv: 'Beloppet finner inget på andra sidan: gör debet och kredit lika.',
    de: 'Der Betrag findet auf der anderen Seite nichts: machen Sie Soll und Haben gleich.',
    hu: 'Az összegnek nincs párja a másik oldalon: egyenlítse ki a tartozikot és a követelt.',
    sl: 'Znesek na drugi strani nima para: izenačite breme in dobro.',
  },
  ENTRY_OF_SETTLEMENT: {
    sv: 'Verifikationen hör till en avräkning: ångra den, så återförs verifikationen.',
    de: 'Die Buchung gehört zu einem Ausgleich: heben Sie ihn auf, dann wird sie storniert.',
    hu: 'A tétel egy kiegyenlítéshez tartozik: azt vonja vissza, és ez is sztornózódik.',
    sl: 'Knjižba pripada poravnavi: razveljavite njo in knjižba bo stornirana.',
  },
  EXCHANGE_ACCOUNT_MISSING: {
    sv: 'Valutakurserna skiljer sig: ange kontot för vinster eller förluster.',
    de: 'Die Wechselkurse unterscheiden sich: geben Sie das Konto für Gewinne oder Verluste an.',
    hu: 'Az árfolyamok eltérnek: adja meg a nyereség vagy veszteség számláját.',
    sl: 'Devizna tečaja se razlikujeta: navedite konto za dobičke ali izgube.',
  },
  ITEM_REVERSED: {
    sv: 'Postens verifikation är återförd, och posten avräknad med den: välj en annan.',
    de: 'Die Buchung dieses Postens ist storniert und er damit ausgeglichen: wählen Sie einen anderen.',
    hu: 'A tételt sztornózták, és ezzel kiegyenlítették: válasszon másikat.',
    sl: 'Knjižba te postavke je stornirana in postavka s tem poravnana: izberite drugo.',
  },
  ITEM_TWICE: {
    sv: 'Ange varje post en gång.',
    de: 'Nennen Sie jeden Posten einmal.',
    hu: 'Minden tételt egyszer adjon meg.',
    sl: 'Vsako postavko navedite enkrat.',
  },
  ITEMS_SETTLED: {
    sv: 'Det som verifikationen lämnade öppet är avräknat: ångra avräkningen först.',
    de: 'Was die Buchung offen ließ, ist ausgeglichen: heben Sie zuerst den Ausgleich auf.',
    hu: 'Amit a tétel nyitva hagyott, azt kiegyenlítették: előbb a kiegyenlítést vonja vissza.',
    sl: 'Kar je knjižba pustila odprto, je poravnano: najprej razveljavite poravnavo.',
  },
  MORE_THAN_REMAINS: {
    sv: 'Så mycket återstår inte av posten: avräkna det som är öppet, eller mindre.',
    de: 'So viel ist von dem Posten nicht offen: gleichen Sie den Rest aus, oder weniger.',
    hu: 'Ennyi már nem nyitott a tételből: a maradékot egyenlítse ki, vagy kevesebbet.',
    sl: 'Toliko od postavke ni odprto: poravnajte ostanek ali manj.',
  },
  ONE_SIDE_ALONE: {
    sv: 'Välj minst en debetpost och en kreditpost.',
    de: 'Wählen Sie mindestens einen Soll- und einen Habenposten.',
    hu: 'Válasszon legalább egy tartozik és egy követel tételt.',
    sl: 'Izberite vsaj eno postavko v breme in eno v dobro.',
  },
  OTHER_ACCOUNT: {
    sv: 'Poster på samma konto avräknas mot varandra: denna står på ett annat.',
    de: 'Posten eines Kontos gleichen einander aus: dieser steht auf einem anderen.',
    hu: 'Egy számla tételei egyenlítik ki egymást: ez másik számlán áll.',
    sl: 'Poravnajo se postavke istega konta: ta je na drugem.',
  },
  OTHER_CURRENCY: {
    sv: 'Poster i samma valuta avräknas mot varandra: denna är i en annan.',
    de: 'Posten einer Währung gleichen einander aus: dieser ist in einer anderen.',
    hu: 'Azonos pénznemű tételek egyenlítik ki egymást: ez más pénznemű.',
    sl: 'Poravnajo se postavke v isti valuti: ta je v drugi.',
  },
  OTHER_PARTY: {
    sv: 'Poster för samma affärspartner avräknas mot varandra: denna är en annans.',
    de: 'Posten eines Geschäftspartners gleichen einander aus: dieser gehört einem anderen.',
    hu: 'Egy üzleti partner tételei egyenlítik ki egymást: ez másé.',
    sl: 'Poravnajo se postavke istega poslovnega partnerja: ta je od drugega.',
  },
  OTHER_YEAR: {
    sv: 'Välj en period i budgetens år.',
    de: 'Wählen Sie eine Periode des Budgetjahres.',
    hu: 'A költségvetés évének egyik időszakát válassza.',
    sl: 'Izberite obdobje proračunskega leta.',
  },
  PURPOSE_TAKEN: {
    sv: 'Ett annat av företagets konton används för det: ta bort det där först.',
    de: 'Ein anderes Konto des Unternehmens wird dafür verwendet: nehmen Sie es dort zuerst heraus.',
    hu: 'A vállalat másik számlája szolgál erre: előbb azt szabadítsa fel.',
    sl: 'Za to se uporablja drug konto podjetja: najprej sprostite tistega.',
  },
  SETTLED_BEFORE_POSTED: {
    sv: 'En av posterna gäller inte än den dagen: välj en senare.',
    de: 'Einer der Posten zählt an diesem Tag noch nicht: wählen Sie einen späteren.',
    hu: 'Az egyik tétel aznap még nem számít: válasszon későbbi napot.',
    sl: 'Ena od postavk tisti dan še ne velja: izberite poznejšega.',
  },
  SETTLED_BY_REVERSAL: {
    sv: 'En verifikation och dess återföring avräknar varandra för gott.',
    de: 'Eine Buchung und ihre Stornierung gleichen einander endgültig aus.',
    hu: 'Egy tétel és a sztornója véglegesen kiegyenlíti egymást.',
    sl: 'Knjižba in njen storno se dokončno poravnata.',
  },
  UNDONE_BEFORE_SETTLED: {
    sv: 'Ångra avräkningen tidigast den dag då den gäller.',
    de: 'Heben Sie den Ausgleich frühestens an dem Tag auf, an dem er zählt.',
    hu: 'A kiegyenlítést legkorábban azon a napon vonja vissza, amelyen számít.',
    sl: 'Poravnavo razveljavite najprej na dan, ko velja.',
  },
};
