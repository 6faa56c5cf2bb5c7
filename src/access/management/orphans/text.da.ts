/** The words about organisations without a chief administrator, Danish. English has the same keys; the compiler checks. */
export const da = {
  title: 'Uden administrator',
  lead: 'Organisationer, der ikke har en overbrugeradministrator, eller som mister den sidste inden 30 dage.',
  found: '{total} organisationer',
  foundOne: '1 organisation',
  none: 'Alle organisationer har en overbrugeradministrator.',
  noneNext: 'En organisation kommer på listen, når den sidste stopper, bliver spærret eller når sin slutdato.',
  organisation: 'Organisation',
  state: 'Hvordan står det til',
  hasNone: 'Ingen nu',
  ends: 'Den sidste stopper efter {date}',
  candidates: 'Hvem kunne det være',
  noCandidates: 'Ingen aktive medarbejdere',
  levels: { chief: 'overbrugeradministrator', administrator: 'brugeradministrator' },
  functions: { 'security-officer': 'sikkerhedsansvarlig', signatory: 'befuldmægtiget' },
  seen: 'set {date}',
  neverSeen: 'ikke set endnu',
  deed: 'Handling',
  appoint: 'Udpeg',
}

export type OrphansText = typeof da
