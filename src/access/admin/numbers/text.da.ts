/** The words for correcting what SEB knows an employee's log-in by, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  link: 'Ret UUID og RID',
  title: 'Ret, hvad SEB kender {name} på',
  lead: 'Numrene står på medarbejderen i MitID Erhverv. SEB finder medarbejderens konto på dem, når nogen logger ind.',
  consequences: 'Det sker der',
  consequencesOf: [
    'Den, der logger ind for organisationen med et af numrene, får kontoen og alle dens roller.',
    'Medarbejderen får besked.',
    'Et log-in, som SEB allerede kender, bliver ved med at virke. Er det en andens, så spær kontoen, og sig det til servicedesken.',
  ],
  uuid: 'UUID fra MitID Erhverv',
  uuidHint: 'Tomt felt: intet UUID',
  rid: 'RID-nummer',
  ridHint: 'Tomt felt: intet RID-nummer',
  reason: 'Hvorfor?',
  reasonHint: 'Det kan medarbejderen og andre administratorer se.',
  save: 'Gem numrene',
  cancel: 'Fortryd',
  none: 'ingen',
  mistakesTitle: 'Ret dette først',
  mistakes: {
    'uuid-wrong': 'Et UUID har 32 cifre og bogstaver fra a til f, i fem grupper med bindestreg imellem',
    'uuid-taken':
      'En anden konto i organisationen har allerede dette UUID. Tag det fra den først, hvis det er dér, fejlen er',
    'rid-wrong': 'Et RID-nummer har højst 64 tegn og ingen mellemrum',
    'rid-cpr': 'Det ligner et CPR-nummer. Et RID-nummer står på medarbejderen i MitID Erhverv',
    'rid-taken':
      'En anden konto i organisationen har allerede dette RID-nummer. Tag det fra den først, hvis det er dér, fejlen er',
    'reason-missing': 'Skriv, hvorfor numrene rettes',
    meanwhile:
      'En anden har rettet numrene, mens du skrev: UUID {uuid}, RID {rid}. Gem igen, hvis det er dine, der skal gælde',
  },
}

export type NumbersText = typeof da
