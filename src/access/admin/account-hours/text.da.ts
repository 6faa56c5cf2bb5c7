/** The words about the hours of an account, Danish. English beside it has the same keys; the compiler checks. */
import { da as hours } from '../../hours/text.da.ts'

export const da = {
  link: 'Ret tider',
  fact: 'Tider',
  title: 'Tider for {name}',
  lead: 'Uden for tiderne kan {name} ikke logge ind for {organisation}, og ingen af rollerne virker. Tider for en enkelt rolle står på rollen.',
  reason: 'Begrundelse',
  reasonHint: 'Den kan læses i loggen. Skriv ikke CPR-numre.',
  save: 'Gem tider',
  cancel: 'Fortryd',
  now: 'Der står nu: {hours}. Dit står i felterne; gem igen, hvis det er det, der skal gælde.',
  mistakesTitle: 'Ret dette først',
  mistakes: {
    ...hours.mistakes,
    'hours-never': 'Kontoen ville aldrig gælde: ingen af tiderne ligger før dens sidste dag',
    'reason-missing': 'Skriv en begrundelse',
    'changed-meanwhile': 'En anden har ændret tiderne, mens du skrev',
  },
}

export type AccountHoursText = typeof da
