/** The texts about one's own pay and absences on the home page, in every language. */
export const absence = {
  en: { myPayslips: 'My payslips', myAbsences: 'My absences', absences: 'Absences to decide' },
  sv: { myPayslips: 'Mina lönespecifikationer', myAbsences: 'Min frånvaro', absences: 'Frånvaro att besluta om' },
  de: {
    myPayslips: 'Meine Entgeltabrechnungen',
    myAbsences: 'Meine Abwesenheiten',
    absences: 'Abwesenheiten zur Entscheidung',
  },
  hu: { myPayslips: 'Bérjegyzékeim', myAbsences: 'Távolléteim', absences: 'Eldöntendő távollétek' },
  sl: { myPayslips: 'Moje plačilne liste', myAbsences: 'Moje odsotnosti', absences: 'Odsotnosti za odločitev' },
};
