import { readyReport } from '../ready-report.ts';

readyReport('resultByMonth', 'JournalLine', {
  title: {
    en: 'Income and expenses by month',
    sv: 'Intäkter och kostnader per månad',
    de: 'Erträge und Aufwendungen nach Monat',
    hu: 'Bevételek és ráfordítások havonta',
    sl: 'Prihodki in odhodki po mesecih',
  },
  definition: {
    en: 'Debits and credits in the currency of the company on accounts of income and expense, by month of posting, for the last 365 days. The result of a month is its credits less its debits.',
    sv: 'Debet och kredit i företagets valuta på intäkts- och kostnadskonton, per bokföringsmånad, de senaste 365 dagarna. Månadens resultat är kredit minus debet.',
    de: 'Soll und Haben in der Währung des Unternehmens auf Ertrags- und Aufwandskonten, nach Buchungsmonat, der letzten 365 Tage. Das Ergebnis eines Monats ist Haben weniger Soll.',
    hu: 'Tartozik és követel a cég pénznemében a bevételi és ráfordítási számlákon, könyvelési hónaponként, az elmúlt 365 napra. Egy hónap eredménye a követel és a tartozik különbsége.',
    sl: 'Breme in dobro v valuti podjetja na kontih prihodkov in odhodkov, po mesecu knjiženja, za zadnjih 365 dni. Rezultat meseca je dobro manj breme.',
  },
  by: ['postingOn:MONTH', 'account.company.baseCurrencyCode'],
  show: ['credit.sum', 'debit.sum'],
  filter: ['and', ['account.type', 'in', ['INCOME', 'EXPENSE']], ['postingOn', 'gte', '@today-365']],
  chart: 'line',
  roles: ['ACCOUNTING', 'CONTROLLER', 'AUDITOR'],
});

readyReport('receivablesByDueMonth', 'OpenItem', {
  title: {
    en: 'Receivables by due month',
    sv: 'Kundfordringar per förfallomånad',
    de: 'Forderungen nach Fälligkeitsmonat',
    hu: 'Követelések esedékesség szerint',
    sl: 'Terjatve po mesecu zapadlosti',
  },
  definition: {
    en: 'What is still open on accounts of customers, by the month by which it is to be paid. Amounts stand in the currency of their document.',
    sv: 'Vad som ännu är öppet på kundkonton, efter månaden då det ska betalas. Beloppen står i dokumentets valuta.',
    de: 'Was auf Konten von Kunden noch offen ist, nach dem Monat der Fälligkeit. Beträge stehen in der Währung ihres Belegs.',
    hu: 'A vevői számlákon még nyitott összegek az esedékesség hónapja szerint, a bizonylat pénznemében.',
    sl: 'Kar je na kontih kupcev še odprto, po mesecu zapadlosti. Zneski so v valuti listine.',
  },
  by: ['dueOn:MONTH', 'currencyCode'],
  show: ['remaining.sum', 'count'],
  filter: ['and', ['remaining', 'ne', '0'], ['account.control', 'eq', 'RECEIVABLES']],
  chart: 'bar',
  roles: ['ACCOUNTING', 'CONTROLLER'],
});

readyReport('payablesByDueMonth', 'OpenItem', {
  title: {
    en: 'Payables by due month',
    sv: 'Leverantörsskulder per förfallomånad',
    de: 'Verbindlichkeiten nach Fälligkeitsmonat',
    hu: 'Tartozások esedékesség szerint',
    sl: 'Obveznosti po mesecu zapadlosti',
  },
  definition: {
    en: 'What is still open on accounts of suppliers, by the month by which it is to be paid: below zero where the company owes it. Amounts stand in the currency of their document.',
    sv: 'Vad som ännu är öppet på leverantörskonton, efter månaden då det ska betalas: under noll där företaget är skyldigt. Beloppen står i dokumentets valuta.',
    de: 'Was auf Konten von Lieferanten noch offen ist, nach dem Monat der Fälligkeit: unter null, wo das Unternehmen schuldet. Beträge stehen in der Währung ihres Belegs.',
    hu: 'A szállítói számlákon még nyitott összegek az esedékesség hónapja szerint: nulla alatt, amivel a cég tartozik. A bizonylat pénznemében.',
    sl: 'Kar je na kontih dobaviteljev še odprto, po mesecu zapadlosti: pod nič, kar dolguje podjetje. Zneski so v valuti listine.',
  },
  by: ['dueOn:MONTH', 'currencyCode'],
  show: ['remaining.sum', 'count'],
  filter: ['and', ['remaining', 'ne', '0'], ['account.control', 'eq', 'PAYABLES']],
  chart: 'bar',
  roles: ['ACCOUNTING', 'CONTROLLER'],
});

readyReport('draftsWaiting', 'EntryDraft', {
  title: {
    en: 'Drafts of entries that wait',
    sv: 'Verifikationsutkast som väntar',
    de: 'Wartende Buchungsentwürfe',
    hu: 'Várakozó tételvázlatok',
    sl: 'Čakajoči osnutki knjižb',
  },
  definition: {
    en: 'Entries that somebody began to write and that are neither posted nor discarded, by journal.',
    sv: 'Verifikationer som någon börjat skriva och som varken är bokförda eller kasserade, per journal.',
    de: 'Begonnene Buchungen, die weder gebucht noch verworfen sind, nach Journal.',
    hu: 'Megkezdett, sem le nem könyvelt, sem el nem vetett tételek, naplónként.',
    sl: 'Začete knjižbe, ki niso ne knjižene ne zavržene, po dnevniku.',
  },
  by: ['journal'],
  show: ['count'],
  filter: ['and', ['status', 'eq', 'DRAFT']],
  chart: 'bar',
  roles: ['ACCOUNTING'],
});
