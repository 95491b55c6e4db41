import type { Refusals } from './refusals.ts';

/** Why the graph refuses an absence, or what working time is made of. */
export const ABSENCE: Refusals = {
  ABSENCE_TOO_LONG: {
    sv: 'Ange högst ett år åt gången.',
    de: 'Geben Sie höchstens ein Jahr auf einmal an.',
    hu: 'Egyszerre legfeljebb egy évet adjon meg.',
    sl: 'Navedite največ eno leto naenkrat.',
  },
  ABSENCE_OVERLAPS: {
    sv: 'Ange dagar utan annan frånvaro, eller återta den först.',
    de: 'Geben Sie Tage ohne andere Abwesenheit an, oder nehmen Sie diese zuerst zurück.',
    hu: 'Olyan napokat adjon meg, amelyeken nincs más távollét, vagy előbb vonja vissza azt.',
    sl: 'Navedite dneve brez druge odsotnosti ali jo prej prekličite.',
  },
  ABSENCE_BEGAN: {
    sv: 'Be HR återta den: frånvaron har börjat.',
    de: 'Bitten Sie die Personalabteilung darum: Die Abwesenheit hat begonnen.',
    hu: 'Kérje a HR-t: a távollét már megkezdődött.',
    sl: 'Prosite kadrovsko službo: odsotnost se je že začela.',
  },
  KIND_IN_DAYS: {
    sv: 'Lämna timmarna tomma: denna typ tas ut i hela dagar.',
    de: 'Lassen Sie die Stunden leer: Diese Art zählt in ganzen Tagen.',
    hu: 'Hagyja üresen az órákat: ez a fajta egész napokban számít.',
    sl: 'Ure pustite prazne: ta vrsta se šteje v celih dneh.',
  },
  HOURS_ON_ONE_DAY: {
    sv: 'Ange timmar endast för en enda dag.',
    de: 'Geben Sie Stunden nur für einen einzelnen Tag an.',
    hu: 'Órákat csak egyetlen napra adjon meg.',
    sl: 'Ure navedite le za en sam dan.',
  },
  HOURS_NOT_POSITIVE: {
    sv: 'Ange mer än noll timmar.',
    de: 'Geben Sie mehr als null Stunden an.',
    hu: 'Nullánál több órát adjon meg.',
    sl: 'Navedite več kot nič ur.',
  },
  HOURS_EXCEED_DAY: {
    sv: 'Ange färre timmar: arbetsdagen är kortare.',
    de: 'Geben Sie weniger Stunden an: Der Arbeitstag ist kürzer.',
    hu: 'Kevesebb órát adjon meg: a munkanap rövidebb.',
    sl: 'Navedite manj ur: delovni dan je krajši.',
  },
  WORK_CALENDAR_MISSING: {
    sv: 'Be HR lägga upp företagets arbetskalender först.',
    de: 'Bitten Sie die Personalabteilung, zuerst den Arbeitskalender anzulegen.',
    hu: 'Kérje meg a HR-t, hogy előbb állítsa be a munkanaptárat.',
    sl: 'Prosite kadrovsko službo, naj prej nastavi delovni koledar.',
  },
  HOLIDAYS_MISSING: {
    sv: 'Be HR fylla i årets helgdagar först.',
    de: 'Bitten Sie die Personalabteilung, zuerst die Feiertage des Jahres einzutragen.',
    hu: 'Kérje meg a HR-t, hogy előbb töltse ki az év ünnepnapjait.',
    sl: 'Prosite kadrovsko službo, naj prej vpiše praznike tega leta.',
  },
  NO_WORKING_DAY: {
    sv: 'Ange en arbetsdag: dessa dagar är lediga.',
    de: 'Geben Sie einen Arbeitstag an: Diese Tage sind frei.',
    hu: 'Munkanapot adjon meg: ezek szabadnapok.',
    sl: 'Navedite delovni dan: ti dnevi so prosti.',
  },
  REGION_UNKNOWN: {
    sv: 'Välj en region vars helgdagar är kända, eller lämna fältet tomt.',
    de: 'Nennen Sie eine Region, deren Feiertage bekannt sind, oder lassen Sie das Feld leer.',
    hu: 'Olyan régiót adjon meg, amelynek ünnepei ismertek, vagy hagyja üresen.',
    sl: 'Navedite regijo z znanimi prazniki ali pustite prazno.',
  },
  REGION_MISSING: {
    sv: 'Ge kalendern en region, eller skriv in dagarna för hand.',
    de: 'Geben Sie dem Kalender eine Region, oder tragen Sie die Tage von Hand ein.',
    hu: 'Adjon régiót a naptárnak, vagy írja be kézzel a napokat.',
    sl: 'Koledarju določite regijo ali dneve vpišite ročno.',
  },
  WORKED_DAY_INCOMPLETE: {
    sv: 'Ange vilken dag den arbetas i stället för, och bara för en arbetad dag.',
    de: 'Nennen Sie den Tag, an dessen Stelle gearbeitet wird; sonst keinen.',
    hu: 'Adja meg, melyik nap helyett munkanap; máskor hagyja üresen.',
    sl: 'Navedite, namesto katerega dne se dela; sicer pustite prazno.',
  },
  HEALTH_IS_REPORTED: {
    sv: 'Låt en typ som rör hälsan inte kräva godkännande: den anmäls.',
    de: 'Eine Art, die die Gesundheit betrifft, wird gemeldet und nicht genehmigt.',
    hu: 'Az egészségi okú távollétet bejelentik, nem kell jóváhagyni.',
    sl: 'Zdravstvena odsotnost se sporoči in ne potrebuje odobritve.',
  },
  LATER_HOURS_EXIST: {
    sv: 'Det finns redan arbetstider från en senare dag.',
    de: 'Ab einem späteren Tag sind schon Arbeitszeiten vereinbart.',
    hu: 'Egy későbbi naptól már van munkaidő-beosztás.',
    sl: 'Od poznejšega dne je delovni čas že določen.',
  },
};
