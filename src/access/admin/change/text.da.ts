/** The words for changing a role that was given, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  link: 'Ret',
  title: 'Ret rollen {role} for {name}',
  toCheck: 'Se efter',
  checkTitle: 'Er det rigtigt?',
  what: 'Hvad',
  before: 'Nu',
  after: 'Når du har gemt',
  same: 'Uændret',
  save: 'Gem ændringen',
  nowTitle: 'En anden har ændret rollen, mens du skrev',
  now: 'Det står der nu. Dit står i felterne; se efter og gem igen, hvis det er det, der skal gælde.',
  goneTitle: 'Rollen kan ikke ændres',
  gone: 'Organisationen må ikke længere give den. Du kan tage den tilbage.',
  back: 'Tilbage til {name}',
}

export type ChangeText = typeof da
