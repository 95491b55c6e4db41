import type { Refusals } from './refusals.ts';

/** Of devices and who has them. */
export const DEVICES: Refusals = {
  NOBODY_HAS_IT: {
    sv: 'Ingen har enheten.',
    de: 'Niemand hat das Gerät.',
    hu: 'Az eszköz senkinél sincs.',
    sl: 'Naprave nima nihče.',
  },
  ROOM_OF_OTHER_SITE: {
    sv: 'Välj ett rum på enhetens arbetsplats, eller inget.',
    de: 'Wählen Sie einen Raum am Standort des Geräts, oder keinen.',
    hu: 'Az eszköz telephelyén lévő helyiséget válasszon, vagy egyet sem.',
    sl: 'Izberite prostor na lokaciji naprave ali nobenega.',
  },
  SITE_MISSING: {
    sv: 'Ange på vilken arbetsplats rummet är.',
    de: 'Geben Sie an, an welchem Standort der Raum ist.',
    hu: 'Adja meg, melyik telephelyen van a helyiség.',
    sl: 'Navedite, na kateri lokaciji je prostor.',
  },
  ACTOR_IS_NOT_HOLDER: {
    sv: 'Bara den som enheten lämnades till tar emot eller avböjer den.',
    de: 'Nur wem das Gerät ausgehändigt wurde, nimmt es an oder lehnt es ab.',
    hu: 'Csak az veheti át vagy utasíthatja el, akinek az eszközt átadták.',
    sl: 'Prevzame ali zavrne jo lahko le tisti, ki mu je bila izročena.',
  },
  ASSIGNMENT_STILL_OPEN: {
    sv: 'Avsluta först den öppna tilldelningen.',
    de: 'Beenden Sie zuerst die offene Zuteilung.',
    hu: 'Előbb zárja le a nyitott hozzárendelést.',
    sl: 'Najprej končajte odprto dodelitev.',
  },
  DISPOSAL_UNKNOWN: {
    sv: 'Ange om den är såld, skänkt eller förstörd.',
    de: 'Geben Sie an, ob es verkauft, gespendet oder vernichtet ist.',
    hu: 'Adja meg, hogy eladták, elajándékozták vagy megsemmisítették.',
    sl: 'Navedite, ali je prodana, podarjena ali uničena.',
  },
  DUE_DATE_MISSING: {
    sv: 'Ange när enheten ska vara tillbaka.',
    de: 'Geben Sie an, bis wann das Gerät zurück sein muss.',
    hu: 'Adja meg, meddig kell visszahozni az eszközt.',
    sl: 'Navedite, do kdaj mora biti naprava vrnjena.',
  },
  DUE_DATE_PAST: {
    sv: 'Ange en dag som inte har varit.',
    de: 'Geben Sie einen Tag an, der nicht vorbei ist.',
    hu: 'Olyan napot adjon meg, amely még nem múlt el.',
    sl: 'Navedite dan, ki še ni minil.',
  },
  HOLDER_NOT_EMPLOYED: {
    sv: 'Välj någon vars anställning inte är avslutad.',
    de: 'Wählen Sie jemanden, dessen Beschäftigung nicht beendet ist.',
    hu: 'Olyan személyt válasszon, akinek a munkaviszonya nem szűnt meg.',
    sl: 'Izberite nekoga, čigar zaposlitev ni končana.',
  },
  HOLDER_OF_OTHER_COMPANY: {
    sv: 'Välj en anställd i det företag som äger enheten.',
    de: 'Wählen Sie jemanden aus dem Unternehmen, dem das Gerät gehört.',
    hu: 'Az eszközt birtokló cég munkavállalóját válassza.',
    sl: 'Izberite zaposlenega v podjetju, ki mu naprava pripada.',
  },
  LENT_TO_ANOTHER: {
    sv: 'Ta tillbaka enheten först: någon annan har lånat den.',
    de: 'Nehmen Sie das Gerät zuerst zurück: Jemand anderes hat es geliehen.',
    hu: 'Előbb vegye vissza az eszközt: másnál van kölcsönben.',
    sl: 'Napravo najprej vzemite nazaj: izposojena je drugemu.',
  },
  NOT_INSPECTED: {
    sv: 'Kontrollera enheten först och anteckna det.',
    de: 'Prüfen Sie das Gerät zuerst, und halten Sie es fest.',
    hu: 'Előbb ellenőrizze az eszközt, és rögzítse.',
    sl: 'Napravo najprej preglejte in to zabeležite.',
  },
  NOT_WIPED: {
    sv: 'Radera enheten först och spara beviset.',
    de: 'Löschen Sie das Gerät zuerst, und halten Sie den Nachweis fest.',
    hu: 'Előbb törölje az eszköz adatait, és rögzítse az igazolást.',
    sl: 'Najprej izbrišite napravo in shranite dokazilo.',
  },
  RESERVED_FOR_ANOTHER: {
    sv: 'Släpp reservationen först: enheten hålls åt någon annan.',
    de: 'Heben Sie zuerst die Reservierung auf: Das Gerät ist für jemand anderes vorgesehen.',
    hu: 'Előbb oldja fel a foglalást: az eszközt másnak tartják.',
    sl: 'Najprej sprostite rezervacijo: naprava je prihranjena za drugega.',
  },
  STATE_BEFORE_REPAIR_UNKNOWN: {
    sv: 'Anmäl enheten som förlorad och återfunnen: läget före reparationen är okänt.',
    de: 'Melden Sie das Gerät als verloren und wiedergefunden: Der Stand vor der Reparatur ist unbekannt.',
    hu: 'Jelentse elveszettnek, majd megkerültnek: a javítás előtti állapot nem ismert.',
    sl: 'Prijavite izgubo in nato najdbo: stanje pred popravilom ni znano.',
  },
  WIPE_PROOF_MISSING: {
    sv: 'Ange intyget som visar att enheten är raderad.',
    de: 'Nennen Sie den Nachweis der Löschung.',
    hu: 'Nevezze meg a törlést igazoló dokumentumot.',
    sl: 'Navedite dokazilo o izbrisu.',
  },
};
