/** The words about roles that somebody holds together all the same, Danish. English beside it has the same keys. */
export const da = {
  title: 'Rollekonflikter',
  lead: 'Medarbejdere, der har roller sammen, som en regel siger, at én person ikke må have.',
  none: 'Ingen har roller, der ikke går sammen.',
  noneNext: 'SEB siger til her, hvis en ny regel rammer nogen, der allerede har rollerne.',
  person: 'Medarbejder',
  rule: 'Regel',
  roles: 'Roller',
  state: 'Hvad kan du gøre',
  excepted: 'Intet. Undtagelsen slutter af sig selv.',
  next: {
    blocked: 'Tag en af rollerne tilbage, eller lad dem gælde på hver sin tid.',
    'with-reason': 'Tag en af rollerne tilbage, eller ret den til at slutte en dag, og skriv hvorfor.',
  },
  own: 'Det er dine egne roller: en anden administrator tager en af dem tilbage.',
  exception: 'Undtagelse til og med {day}: {reason}',
  takeBack: 'Tag tilbage',
  change: 'Ret',
  from: '{role}, {name}',
  hiddenRole: 'En rolle, du ikke kan se',
}

export type BreachesText = typeof da
