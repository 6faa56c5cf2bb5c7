/** The words that explain a right, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  links: {
    account: 'Brugerkonto',
    grant: 'Tjenesteadgang',
    role: 'Rolle',
    scope: 'Gælder for',
    period: 'Periode',
    'given-by': 'Givet af',
  },
  holds: 'Rollen gælder nu, fordi alle led holder.',
  doesNotHold: 'Rollen gælder ikke nu: {why}',
  conditions: {
    'account-not-active': 'kontoen er ikke aktiv.',
    'organisation-not-active': 'organisationen er ikke aktiv i SEB.',
    'service-not-granted': 'organisationen har ikke adgang til tjenesten nu.',
    'role-not-in-grant': 'organisationen må ikke give denne rolle.',
    'not-yet-valid': 'den er ikke begyndt endnu.',
    ended: 'den er udløbet.',
    withdrawn: 'den er trukket tilbage.',
    'role-not-active': 'tjenesten bruger ikke rollen nu.',
    'scope-missing': 'den mangler at få at vide, hvad den gælder for.',
    'scope-not-allowed': 'den gælder for noget, organisationen ikke må give adgang til.',
    'authorisation-missing': 'den kræver en autorisation, som personen ikke har.',
    'assurance-too-low': 'den kræver et stærkere log-in.',
  },
  accountOf: '{person} i {organisation}',
  mayUse: '{organisation} må bruge {service}',
  needs: 'Kræver sikringsniveau {level}',
  needsAuthorisation: 'Kræver sikringsniveau {level} og autorisation',
  everything: 'Hele organisationen',
  from: 'Fra {from}',
  fromUntil: '{from} – {until}',
  noEnd: 'Ingen slutdato',
  levels: { Low: 'Lav', Substantial: 'Betydelig', High: 'Høj' },
  whyQuestion: 'Hvorfor?',
}

export type ExplainText = typeof da
