/** The words about an account's last day, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  link: 'Ret sidste dag',
  title: 'Sidste dag for {name}',
  lead: 'Efter den dag kan {name} ikke logge ind for {organisation}, og ingen af rollerne virker. De slutter af sig selv.',
  until: 'Sidste dag',
  untilHint: 'Lad feltet være tomt, hvis brugeren ikke skal slutte.',
  reason: 'Begrundelse',
  reasonHint: 'Den kan læses i loggen. Skriv ikke CPR-numre.',
  save: 'Gem sidste dag',
  cancel: 'Fortryd',
  mistakesTitle: 'Der er noget, der skal rettes',
  mistakes: {
    'until-wrong': 'Skriv en dato, der findes.',
    'until-past': 'Dagen er gået. Skal brugeren lukkes nu, så vælg Ophør.',
    'until-before-from': 'Den sidste dag ligger før den første.',
    'reason-missing': 'Skriv en begrundelse.',
    'changed-meanwhile': 'En anden har ændret den sidste dag imens. Se efter, og gem igen.',
  },
  extendRole: 'Forlæng',
}

export type EndingsText = typeof da
