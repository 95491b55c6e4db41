import { readyReport } from '../ready-report.ts';

readyReport('payrollCostByMonth', 'Payslip', {
  title: {
    en: 'Cost of payroll by month',
    sv: 'Lönekostnad per månad',
    de: 'Lohnkosten nach Monat',
    hu: 'Bérköltség havonta',
    sl: 'Strošek plač po mesecih',
  },
  definition: {
    en: 'What people cost the employer, what they earned and what was paid out, by payslips of final runs and the month of the day of payment. Amounts of several currencies stand apart.',
    sv: 'Vad personalen kostade arbetsgivaren, vad den tjänade och vad som betalades ut, enligt lönebesked från slutförda körningar och månaden för betalningsdagen. Belopp i olika valutor står för sig.',
    de: 'Was das Personal den Arbeitgeber gekostet hat, was verdient und was ausgezahlt wurde, nach Abrechnungen endgültiger Läufe und dem Monat der Zahlung. Beträge verschiedener Währungen stehen getrennt.',
    hu: 'Mennyibe kerültek a munkatársak, mennyit kerestek és mennyit fizettek ki, a végleges futások bérjegyzékei és a fizetés hónapja szerint. A különböző pénznemek külön állnak.',
    sl: 'Koliko so zaposleni stali delodajalca, koliko so zaslužili in koliko je bilo izplačano, po plačilnih listah dokončnih obračunov in mesecu plačila. Zneski v različnih valutah so ločeni.',
  },
  by: ['payOn:MONTH', 'currencyCode'],
  show: ['employerCost.sum', 'gross.sum', 'net.sum'],
  filter: ['and', ['payOn', 'gte', '@today-365']],
  chart: 'line',
  roles: ['PAYROLL', 'AUDITOR'],
});

readyReport('payrollCostByComponent', 'PayslipLine', {
  title: {
    en: 'Cost of payroll by component',
    sv: 'Lönekostnad per löneart',
    de: 'Lohnkosten nach Lohnart',
    hu: 'Bérköltség összetevőnként',
    sl: 'Strošek plač po sestavinah',
  },
  definition: {
    en: 'Amounts of the lines of payslips that are earnings or contributions of the employer, by component, for payments of the last 365 days. Their sum is what people cost the employer.',
    sv: 'Belopp på lönebeskedens rader som är ersättningar eller arbetsgivaravgifter, per löneart, för betalningar de senaste 365 dagarna. Summan är vad personalen kostade arbetsgivaren.',
    de: 'Beträge der Abrechnungszeilen, die Bezüge oder Arbeitgeberbeiträge sind, nach Lohnart, für Zahlungen der letzten 365 Tage. Ihre Summe ist, was das Personal den Arbeitgeber kostet.',
    hu: 'A bérjegyzékek jövedelem- és munkáltatói járuléksorainak összegei összetevőnként, az elmúlt 365 nap kifizetéseire. Összegük a munkáltató költsége.',
    sl: 'Zneski vrstic plačilnih list, ki so prejemki ali prispevki delodajalca, po sestavinah, za izplačila zadnjih 365 dni. Njihov seštevek je strošek delodajalca.',
  },
  by: ['code', 'kind', 'payslip.currencyCode'],
  show: ['amount.sum', 'count'],
  filter: ['and', ['kind', 'in', ['EARNING', 'EMPLOYER']], ['payslip.payOn', 'gte', '@today-365']],
  order: '-amount.sum',
  chart: 'bar',
  roles: ['PAYROLL'],
});
