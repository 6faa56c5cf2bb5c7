/** The words about exports, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  title: 'Udtræk',
  lead: 'Hvem har hvilke roller, i dag eller på en dag, der er gået.',
  day: 'Dag',
  dayHint: 'Udtrækket viser, hvad der gjaldt, da dagen sluttede.',
  download: { csv: 'Hent som CSV', xlsx: 'Hent som regneark (XLSX)' },
  contents: 'Det er med',
  what: [
    'Alle medarbejdere, som den dag var i de enheder, du administrerer, hvis konto ikke var ophørt, også dem uden roller.',
    'Hver rolle, som var givet og ikke taget tilbage, med det, den gjaldt for, dens datoer og tider, hvem der gav den, og hvorfor.',
    'Enhed og status, som de var den dag. Navn, mail og enhedens navn er dem fra i dag.',
  ],
  logged: 'At du henter et udtræk, kommer til at stå i loggen.',
  mistakesTitle: 'Ret dette først',
  mistakes: {
    'no-day': 'Skriv dagen som en dato',
    future: 'Dagen er ikke gået endnu',
  },
  sheet: 'Adgang',
  columns: {
    name: 'Navn',
    rid: 'RID',
    mail: 'Mail',
    unit: 'Enhed',
    status: 'Konto',
    service: 'Tjeneste',
    role: 'Rolle',
    scope: 'Gælder for',
    from: 'Fra',
    until: 'Til og med',
    hours: 'Kun på tider',
    accountHours: 'Kontoens tider',
    givenBy: 'Givet af',
    reason: 'Begrundelse',
  },
  fileName: 'adgang',
}

export type ExportText = typeof da
