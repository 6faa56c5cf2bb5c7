/** Servicedeskens ord, dansk. */
export const da = {
  contact: {
    title: 'Kontakt',
    lead: 'Al henvendelse om SEB går gennem servicedesk.',
    phone: {
      title: 'Ring',
      hours: 'Telefontid: {hours}. Lukket på helligdage.',
    },
    mail: {
      title: 'Skriv',
      hours: 'Vi læser mail {hours}.',
      subject: 'Skriv SEB i emnefeltet.',
      phone: 'Skriv et telefonnummer, du kan træffes på.',
      cvr: 'Er det om din organisation, så skriv også CVR-nummeret i emnefeltet.',
      cpr: 'Skriv aldrig CPR-numre eller andet om patienter i en mail.',
    },
    onCall: {
      title: 'Uden for åbningstid',
      who: 'Vagttelefonen tager sig kun af nedbrud på systemer, som indgår i patientbehandlingen: {services}.',
      call: 'Vagttelefon: {phone}',
      else: 'Alt andet venter, til servicedesk åbner.',
    },
    first: {
      title: 'Ofte er der en hurtigere vej',
      status: 'Virker noget ikke?',
      statusLink: 'Se driftsstatus',
      access: 'Mangler du en rolle eller er du ny? Det er din egen brugeradministrator, der giver adgang.',
      accessLink: 'Bed om adgang',
      guides: 'Vil du vide, hvordan noget gøres?',
      guidesLink: 'Læs vejledningerne',
      enrol: 'Er din organisation ikke i SEB endnu?',
      enrolLink: 'Tilmeld organisationen',
    },
  },
}

export type DeskText = typeof da
