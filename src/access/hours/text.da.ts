/** The words about hours of the week that something holds in, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  summary: 'Gælder kun på bestemte tider',
  hint: 'Til vagter og vikarer. Lad alt stå tomt, hvis det skal gælde hele døgnet, alle dage.',
  clock:
    'Tiderne følger uret i Danmark, også når det bliver stillet. Er Til ikke efter Fra, slutter tidsrummet dagen efter: lørdag fra 22:00 til 07:00 er natten til søndag.',
  span: '{number}. tidsrum',
  days: 'Dage',
  from: 'Fra kl.',
  until: 'Til kl.',
  more: 'Har du brug for flere, så se efter eller gem, og ret igen: der er altid et tomt.',
  always: 'Hele døgnet, alle dage',
  term: 'Tider',
  mistakes: {
    'hours-days': 'Vælg mindst én dag i tidsrummet',
    'hours-from': 'Skriv, hvornår tidsrummet begynder, som 15:00',
    'hours-until': 'Skriv, hvornår tidsrummet slutter, som 23:00',
    'hours-never':
      'Det ville aldrig gælde: ingen af tiderne ligger mellem de to datoer og inden for de tider, som kontoen gælder på',
  },
}

export type HoursText = typeof da
