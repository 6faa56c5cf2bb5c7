/** The words to organisations that lose their last chief administrator, Danish. English has the same keys; the compiler checks. */
export const da = {
  none: {
    subject: '{organisation} har ingen overbrugeradministrator i SEB',
    what: '{organisation} har ikke længere en overbrugeradministrator, der kan logge ind.',
    effect:
      'De roller, der er givet, virker stadig. Men ingen kan udpege administratorer, før I har en overbrugeradministrator igen.',
    next: 'Ring til servicedesk på {phone}, og sig, hvem der skal være overbrugeradministrator.',
  },
  ending: {
    subject: '{organisation} mister snart sin sidste overbrugeradministrator i SEB',
    what: 'Den sidste overbrugeradministrator for {organisation} har kun adgang til og med {date}.',
    effect: 'Derefter kan ingen udpege administratorer. Udpeg en mere inden da.',
    link: 'Se organisationens administratorer',
    otherwise:
      'Kun en overbrugeradministrator kan udpege. Er der ingen, der kan nå det, så ring til servicedesk på {phone}.',
  },
  why: 'Du får mailen, fordi du er administrator, sikkerhedsansvarlig eller befuldmægtiget for {organisation}.',
}

export type OrphanText = typeof da
