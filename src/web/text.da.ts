/** The words of the shell, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  thisLanguage: 'Dansk',
  skip: 'Gå til indhold',
  shortcuts: 'Genveje',
  about: 'Om SEB',
  desk: 'Servicedesk',
  openNow: {
    open: 'Åbent nu',
    until: 'Telefonen er åben til {when}.',
    closed: 'Lukket nu',
    next: 'Telefonen åbner {when}.',
  },
  hours: {
    run: '{days} kl. {from}–{until}',
    weekdays: 'hverdage',
    never: 'lukket',
  },
  links: {
    help: 'Hjælp',
    status: 'Driftsstatus',
    guides: 'Vejledninger',
    contact: 'Kontakt',
    accessibility: 'Tilgængelighed',
    privacy: 'Privatliv',
    cookies: 'Cookies',
  },
  admin: {
    title: 'Administration',
    shortcuts: 'Genveje',
    logOut: 'Log ud',
    actingFor: 'Du handler for',
    change: 'Skift',
    changeWhat: 'hvem du handler for',
    menu: 'Menu',
    breadcrumb: 'Brødkrumme',
  },
  pager: {
    label: 'Sider',
    range: '{from}–{to} af {total}',
    rangeOfMore: '{from}–{to} af mere end {total}',
    someOfMore: '{count} af mere end {total}',
    previous: 'Forrige {count}',
    next: 'Næste {count}',
  },
  toFront: 'Gå til forsiden',
  help: {
    title: 'Har du brug for hjælp?',
    callWithNumber: 'Ring til servicedesk på {phone}, og opgiv nummeret:',
    call: 'Ring til servicedesk på {phone}. Der er åbent {hours}.',
  },
  error: {
    notFound: {
      title: 'Siden findes ikke',
      what: 'Adressen kan være skrevet forkert, eller siden kan være flyttet.',
      next: 'Skulle du logge ind på en tjeneste, så start fra tjenesten igen.',
    },
    notPermitted: {
      title: 'Det må du ikke her',
      what: 'Din browser sendte noget, vi ikke kan tage imod, fordi det ikke kom fra en af vores egne sider.',
      next: 'Gå tilbage, indlæs siden igen, og prøv en gang til. Skulle du logge ind, så start fra tjenesten.',
    },
    badRequest: {
      title: 'Vi forstod ikke det, der blev sendt',
      what: 'Linket eller formularen manglede noget.',
      next: 'Skulle du logge ind på en tjeneste, så start fra tjenesten igen.',
    },
    bug: {
      title: 'Der er sket en fejl hos os',
      what: 'Det er ikke noget, du har gjort. Fejlen er noteret.',
      next: 'Prøv igen om et minut. Sker det igen, så ring til servicedesk.',
    },
    wrongMethod: {
      title: 'Siden kan ikke åbnes på den måde',
      what: 'Adressen bruges kun, når en formular bliver sendt.',
      next: 'Skulle du logge ind på en tjeneste, så start fra tjenesten igen.',
    },
    tooLarge: {
      title: 'Det, der blev sendt, er for stort',
      what: 'Vi tager ikke imod så meget på én gang.',
      next: 'Skulle du logge ind på en tjeneste, så start fra tjenesten igen.',
    },
    tooMany: {
      title: 'Der kom for mange forsøg på kort tid',
      what: 'Vi holder igen et øjeblik for at passe på systemet.',
      next: 'Vent et minut, og prøv igen.',
    },
  },
  postForm: {
    title: 'Du er på vej til {to}',
    what: 'Siden går selv videre. Sker der ikke noget, så tryk på knappen.',
    go: 'Fortsæt',
  },
  continue: {
    title: 'Du er på vej til {to}',
    what: 'Siden går selv videre om et øjeblik.',
    go: 'Fortsæt nu',
  },
  front: {
    title: 'Ét log-in til sundhedsvæsenets systemer',
    lead: 'Mere end 100 systemer bruger SEB til at vide, hvem du er, og hvad du må.',
    doors: {
      signIn: {
        title: 'Log ind på en tjeneste',
        text: 'Start i den tjeneste, du skal bruge, fx Fælles Medicinkort, Sundhed.dk eller DNHF. Den sender dig hertil, når du trykker på log ind.',
      },
      ask: { title: 'Bed om adgang', text: 'Du er ny på din arbejdsplads, eller du mangler en rolle i en tjeneste.' },
      admin: {
        title: 'Giv adgang til dine kolleger',
        text: 'For brugeradministratorer: giv roller, og hold styr på dem.',
      },
      enrol: {
        title: 'Tilmeld din organisation',
        text: 'Din klinik, kommune eller virksomhed bruger ikke SEB endnu. Skriv til servicedesk med CVR-nummeret i emnefeltet.',
      },
    },
    guides: {
      title: 'Vejledninger',
      administrator: 'Styr brugere og roller',
      dnhf: 'DNHF: roller og adgang',
      all: 'Alle vejledninger',
    },
    you: {
      title: 'For dig, der',
      mine: 'vil se din egen adgang',
      securityOfficer: 'er sikkerhedsansvarlig',
      serviceOwner: 'ejer en tjeneste',
      providers: 'driver et lokalt log-in',
      remembered: 'vil se eller glemme de log-in, SEB husker i denne browser',
    },
    helpTitle: 'Få hjælp',
    help: 'Ring {phone} {hours}, eller skriv til {mail}. Skriv SEB i emnefeltet, og husk dit telefonnummer.',
    onCall: 'Virker {services} ikke uden for åbningstid? Ring til vagten på {phone}.',
  },
}

export type WebText = typeof da
