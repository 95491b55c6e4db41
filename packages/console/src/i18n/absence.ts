/** The texts about absences on the home page, in every language. */
export const absence = {
  en: { myAbsences: 'My absences', absences: 'Absences to decide' },
  sv: { myAbsences: 'Min frånvaro', absences: 'Frånvaro att besluta om' },
  de: { myAbsences: 'Meine Abwesenheiten', absences: 'Abwesenheiten zur Entscheidung' },
  hu: { myAbsences: 'Távolléteim', absences: 'Eldöntendő távollétek' },
  sl: { myAbsences: 'Moje odsotnosti', absences: 'Odsotnosti za odločitev' },
};
