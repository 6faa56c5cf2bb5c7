/** The words for handing an employee over to another unit, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  link: 'Flyt til anden enhed',
  title: 'Flyt {name} til en anden enhed',
  from: 'Hører nu til i: {unit}',
  to: 'Ny enhed',
  pick: 'Vælg en enhed',
  next: 'Videre',
  noUnit: 'Vælg den enhed, medarbejderen skal flyttes til',
  nowhere: 'Der er ingen anden enhed at flytte til.',
  nowhereNext: 'Du kan flytte mellem de åbne enheder, du administrerer.',
  checkTitle: 'Flyt {name} til {unit}?',
  roles: 'Roller, der gælder for den gamle enhed',
  rolesLead: 'Vælg for hver rolle. Andre roller bliver, som de er.',
  noRoles: 'Ingen roller gælder for den gamle enhed. De bliver alle, som de er.',
  choices: {
    skift: 'Skift: gælder for {values}',
    behold: 'Behold: gælder stadig for {values}',
    tag: 'Tag rollen tilbage: {name} mister den',
  },
  obstacles: {
    'no-number': 'Rollen kan ikke følge med: den nye enhed har ikke sådan et nummer.',
    'not-allowed': 'Rollen kan ikke følge med: organisationen må ikke bruge den for den nye enhed.',
    'not-given': 'Rollen kan ikke følge med: organisationen må ikke længere give den.',
  },
  move: 'Flyt medarbejderen',
  otherUnit: 'Vælg en anden enhed',
  nowTitle: 'En anden har ændret noget, mens du så på det',
  now: 'Herunder står det, som det er nu. Se det efter, og flyt igen, hvis det stadig er det, du vil.',
}

export type MoveText = typeof da
