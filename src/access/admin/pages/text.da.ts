/** The words of the administration, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  capacities: {
    employee: 'medarbejder',
    administrator: 'brugeradministrator',
    'chief-administrator': 'overbrugeradministrator',
    'security-officer': 'sikkerhedsansvarlig',
    signatory: 'befuldmægtiget',
    'system-management': 'systemforvaltning',
    'service-desk': 'servicedesk',
    'service-owner': 'tjenesteejer',
    auditor: 'revisor',
  },
  standIn: '{capacity}, stedfortræder for {name}',
  wholeSeb: 'hele SEB',
  unknownPerson: {
    title: 'SEB kender dig ikke endnu',
    lead: 'Dit log-in virker, men ingen organisation i SEB har en konto til dig.',
    next: 'Det er brugeradministratoren på din arbejdsplads, der opretter dig, og du kan bede om det her. Har du flere log-in, så log ud, og prøv med et andet.',
    requests: 'Har du bedt om det, så se, hvor langt det er',
    ask: 'Bed om at blive oprettet',
    logOut: 'Log ud',
    help: 'Hjælp',
  },
  outsideHours: {
    title: 'Din konto gælder ikke lige nu',
    lead: 'Din konto hos {organisation} gælder kun {hours}.',
    opens: 'Du kan logge ind igen {when}.',
    next: 'Skal du bruge SEB på andre tider, så tal med brugeradministratoren på din arbejdsplads. Har du flere log-in, så log ud, og prøv med et andet.',
  },
  choose: {
    title: 'Hvem handler du for?',
    lead: 'Du handler for én ad gangen. Det står øverst på alle sider, og du kan altid skifte.',
    now: 'Det gør du nu',
  },
}

export type AdminText = typeof da
