/** The words around the guides, Danish. English beside it has the same keys; the compiler checks. Each guide has its own beside it. */
export const da = {
  title: 'Vejledninger',
  lead: 'Vælg, hvem du er, eller søg efter det, du vil gøre.',
  search: 'Søg i vejledningerne',
  searchNow: 'Søg',
  resultTitle: 'Vejledninger om »{query}«',
  found: '{count} opgaver passer',
  foundOne: '1 opgave passer',
  noneFound: 'Ingen opgaver passer',
  noneFoundNext:
    'Prøv med et enkelt ord, for eksempel »rolle« eller »anmodning«. Eller ring til servicedesk på {phone}.',
  all: 'Se alle vejledninger',
  mitId: {
    title: 'MitID Erhverv eller MitID Privat?',
    professional: 'Med MitID Erhverv logger du ind for din arbejdsplads, og du får det at se, som dit arbejde kræver.',
    person: 'Med MitID Privat logger du ind som borger, og du får kun dine egne oplysninger at se.',
  },
  contents: 'På denne side',
  legend: 'Det, du trykker på, står med {press}. Det, du udfylder, står med {field}.',
  legendPress: 'fed skrift',
  legendField: 'kursiv',
  others: 'Andre vejledninger',
}

export type GuideText = typeof da
