/** Ordene om, hvem et servicevindue rammer, dansk. Engelsk har de samme nøgler. */
export const da = {
  title: 'Hvem rammer servicevinduet?',
  usual:
    'I det tidsrum plejer {people} mennesker at logge ind. Når der er flest, er de fra {organisations} organisationer. Talt i de seneste fire uger, samme ugedag.',
  unknown: 'SEB har ikke talt log-in i det tidsrum endnu.',
  quieter: 'Roligere: {from}-{until}. Da plejer {people} mennesker fra {organisations} organisationer at logge ind.',
  use: 'Brug det tidspunkt',
}

export type ReachText = typeof da
