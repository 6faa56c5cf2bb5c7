/** Ord om, hvad servicedesk bliver spurgt om, dansk. */
export const da = {
  title: 'Statistik',
  lead: 'Sager fra de seneste 24 måneder efter måned og slags. Tiden er medianen fra sagen kom ind, nætter og weekender talt med.',
  download: 'Hent som CSV',
  none: 'Der er ingen sager at tælle endnu',
  noneNext: 'Når den første sag er oprettet, står den her.',
  month: 'Måned',
  kind: 'Slags',
  opened: 'Oprettet',
  solved: 'Løst',
  answer: 'Til første svar',
  solve: 'Til løst',
  byMail: 'Fra mail',
  byForm: 'Fra kontaktsiden',
  answerMinutes: 'Minutter til første svar (median)',
  solveMinutes: 'Minutter til løst (median)',
  time: { none: '–', minutes: '{count} min.', hours: '{count} t.', days: '{count} dage' },
}

export type StatisticsText = typeof da
