import type { Refusals } from './refusals.ts';

/** What stands against setting payroll up, and against a run. */
export const PAYROLL: Refusals = {
  PACK_UNKNOWN: {
    sv: 'Det finns inget sådant landspaket.',
    de: 'Dieses Länderpaket gibt es nicht.',
    hu: 'Nincs ilyen országcsomag.',
    sl: 'Takega paketa države ni.',
  },
  TAX_YEAR_UNKNOWN: {
    sv: 'Landspaketet har inget sådant skatteår.',
    de: 'Das Länderpaket hat dieses Steuerjahr nicht.',
    hu: 'Az országcsomagban nincs ilyen adóév.',
    sl: 'Paket države nima takega davčnega leta.',
  },
  FREQUENCY_NOT_IN_PACK: {
    sv: 'Landspaketet har inga regler för sådana perioder.',
    de: 'Das Länderpaket hat keine Regeln für solche Zeiträume.',
    hu: 'Az országcsomagban nincs szabály ilyen időszakokra.',
    sl: 'Paket države nima pravil za taka obdobja.',
  },
  ANCHOR_MISSING: {
    sv: 'Ange första dagen i någon period.',
    de: 'Geben Sie den ersten Tag eines Zeitraums an.',
    hu: 'Adja meg valamelyik időszak első napját.',
    sl: 'Navedite prvi dan nekega obdobja.',
  },
  PERIOD_HAS_RUN: {
    sv: 'Perioden har redan en lönekörning.',
    de: 'Für den Zeitraum gibt es schon einen Lohnlauf.',
    hu: 'Az időszaknak már van bérfutása.',
    sl: 'Obdobje že ima obračun.',
  },
  OTHER_TAX_YEAR: {
    sv: 'Välj en dag i samma skatteår.',
    de: 'Wählen Sie einen Tag desselben Steuerjahrs.',
    hu: 'Válasszon ugyanabba az adóévbe eső napot.',
    sl: 'Izberite dan istega davčnega leta.',
  },
  PAYROLL_MISSING: {
    sv: 'Lägg upp lönehanteringen först.',
    de: 'Richten Sie zuerst die Lohnabrechnung ein.',
    hu: 'Előbb állítsa be a bérszámfejtést.',
    sl: 'Najprej vzpostavite obračun plač.',
  },
  FACT_IN_TAX_DATA: {
    sv: 'Detta står i den anställdas skatteuppgifter: ändra där.',
    de: 'Das steht in den Steuerdaten des Mitarbeiters: ändern Sie es dort.',
    hu: 'Ez a munkavállaló adóadatai közt szerepel: ott módosítsa.',
    sl: 'To je med davčnimi podatki zaposlenega: spremenite tam.',
  },
  YEAR_TO_DATE_UNKNOWN: {
    sv: 'Landspaketet har ingen sådan ackumulerad summa.',
    de: 'Das Länderpaket hat keine solche Jahressumme.',
    hu: 'Az országcsomagban nincs ilyen göngyölt összeg.',
    sl: 'Paket države nima takega seštevka.',
  },
  YEAR_BEGUN: {
    sv: 'En lönespecifikation för året är redan slutlig.',
    de: 'Eine Abrechnung des Jahres ist schon endgültig.',
    hu: 'Az évnek már van végleges bérjegyzéke.',
    sl: 'Plačilna lista tega leta je že dokončna.',
  },
  AMOUNT_OR_QUANTITY: {
    sv: 'Ange ett belopp eller ett antal, inte båda.',
    de: 'Geben Sie einen Betrag oder eine Menge an, nicht beides.',
    hu: 'Összeget vagy mennyiséget adjon meg, ne mindkettőt.',
    sl: 'Navedite znesek ali količino, ne obojega.',
  },
  PERIOD_FINALIZED: {
    sv: 'Periodens ordinarie körning är slutlig: välj nästa period eller en rättelse.',
    de: 'Der reguläre Lauf des Zeitraums ist endgültig: Wählen Sie den nächsten oder eine Korrektur.',
    hu: 'Az időszak rendes futása végleges: válassza a következőt vagy helyesbítést.',
    sl: 'Redni obračun obdobja je dokončen: izberite naslednje obdobje ali popravek.',
  },
  ITEM_PAID: {
    sv: 'Händelsen är betald: rätta med en ny.',
    de: 'Der Bezug ist bezahlt: Korrigieren Sie ihn durch einen weiteren.',
    hu: 'Az elem ki van fizetve: egy másikkal helyesbítse.',
    sl: 'Postavka je plačana: popravite jo z novo.',
  },
  RUN_FINAL: {
    sv: 'Körningen är slutlig: rätta med en ny.',
    de: 'Der Lauf ist endgültig: Korrigieren Sie ihn durch einen weiteren.',
    hu: 'A futás végleges: egy másikkal helyesbítse.',
    sl: 'Obračun je dokončen: popravite ga z novim.',
  },
  DUE_AFTER_PAY_DAY: {
    sv: 'En tidsfrist ligger inte efter utbetalningsdagen.',
    de: 'Eine Frist liegt nicht nach dem Zahltag.',
    hu: 'A határidő nem lehet a fizetésnap után.',
    sl: 'Rok ne more biti po plačilnem dnevu.',
  },
  PERIODS_OVERLAP: {
    sv: 'En annan period i schemat har några av dessa dagar.',
    de: 'Ein anderer Zeitraum des Plans hat einige dieser Tage.',
    hu: 'A rend egy másik időszaka is tartalmazza e napok némelyikét.',
    sl: 'Drugo obdobje razporeda že vsebuje nekatere od teh dni.',
  },
  RUN_EXISTS: {
    sv: 'Perioden har redan en ordinarie körning.',
    de: 'Der Zeitraum hat schon einen regulären Lauf.',
    hu: 'Az időszaknak már van rendes futása.',
    sl: 'Obdobje že ima redni obračun.',
  },
  PAID_ALREADY: {
    sv: 'Någon i körningen har redan en lönespecifikation för perioden.',
    de: 'Jemand im Lauf hat für den Zeitraum schon eine Abrechnung.',
    hu: 'A futásban valakinek már van bérjegyzéke az időszakra.',
    sl: 'Nekdo v obračunu že ima plačilno listo za obdobje.',
  },
};
