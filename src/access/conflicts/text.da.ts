/** The words about roles that must not be held together, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  inTheWay: '{rule}: rollen kan ikke gives, når personen har {roles}.',
  inTheWayOfSet: '{rule}: personen må højst have {count} af rollerne på én gang, og har {roles}.',
  role: '{role} i {service}',
  hiddenRole: 'en rolle, du ikke kan se',
  panelTitle: 'Rollen går ikke sammen med det, personen har',
  blockedNext: 'Tag først den anden rolle tilbage, eller vælg datoer, hvor de ikke gælder samtidig.',
  allowedNext:
    'Du kan give rollen alligevel, hvis du skriver hvorfor og giver den en slutdato. Så slutter den af sig selv den dag.',
  exception: 'Hvorfor skal personen have rollen alligevel?',
  exceptionHint: 'Undtagelsen står i loggen med dit navn og din begrundelse.',
  exceptionFact: 'Gives trods konflikt',
}

export type ConflictsText = typeof da
