/** The words of a sign-in that stops or asks, and of log-out, Danish. English beside it has the same keys. */

export type ReasonText = {
  readonly title: string
  /** What happened, in one sentence. */
  readonly lead: string
  readonly nextTitle: string
  /** Who decides, and what to do. */
  readonly next: string
}

const whoGivesRoles =
  'Det er {administrators}, der bestemmer, hvem der får den. Kontakt dem, og sig, at det gælder {service}.'

export const da = {
  notLetInto: 'Du er logget ind, men ikke lukket ind i',
  wereOnYourWayTo: 'Du var på vej til',
  yourWorkplace: 'din arbejdsplads',
  yourLogIn: 'dit log-in',
  theService: 'tjenesten',
  aside: 'Hvad vi har tjekket, og hvor du får hjælp',
  ended: 'Rollen sluttede {date}.',
  hours: { are: 'Det er {hours}.', next: 'Næste gang er {when}.', never: 'De kommer ikke igen, før adgangen slutter.' },
  otherWays: 'Andre muligheder',
  levels: { Low: 'Lav', Substantial: 'Betydelig', High: 'Høj' },
  administrators: {
    unknown: 'brugeradministratoren på din arbejdsplads',
    one: '{names}, som er brugeradministrator',
    few: 'brugeradministratorerne {names}',
    others: '{count} andre brugeradministratorer',
    none: 'Har I ingen brugeradministrator, eller ved du ikke, hvem det er? Skriv til {mail} med SEB og CVR-nummeret i emnefeltet, eller {link}.',
    noneLink: 'sig det til servicedesk her',
  },
  reasons: {
    'unknown-organisation': {
      title: 'Din organisation er ikke i SEB',
      lead: 'Dit log-in virker, men {organisation} er ikke oprettet i SEB eller er lukket igen.',
      nextTitle: 'Sådan kommer I med',
      next: 'Det er den sikkerhedsansvarlige hos jer, der tilmelder organisationen. Spørg din leder, eller skriv til {mail}. Skriv SEB og CVR-nummeret i emnefeltet, og husk et telefonnummer.',
    },
    'service-not-granted': {
      title: 'Din arbejdsplads har ikke adgang til tjenesten',
      lead: 'Dit log-in virker, men {organisation} må ikke bruge {service}.',
      nextTitle: 'Sådan får I adgang',
      next: 'Det er den sikkerhedsansvarlige på arbejdspladsen, der beder om tjenesten. Det sker på mail til {mail} med SEB og CVR-nummeret i emnefeltet. Bagefter kan en brugeradministrator give dig en rolle.',
    },
    'no-account': {
      title: 'Du har ingen konto her endnu',
      lead: 'Dit log-in virker, men du er ikke oprettet som bruger hos {organisation}.',
      nextTitle: 'Sådan bliver du oprettet',
      next: 'Det er {administrators}, der opretter nye brugere. Kontakt dem, og sig, at du skal bruge {service}.',
    },
    'account-not-active': {
      title: 'Din konto er lukket',
      lead: 'Din konto hos {organisation} er lukket, eller også gælder den ikke i dag.',
      nextTitle: 'Sådan bliver den åbnet',
      next: 'Det er {administrators}, der kan åbne kontoen igen. Arbejder du der ikke længere, skal du ikke gøre noget.',
    },
    'role-missing': {
      title: 'Du mangler en rolle',
      lead: 'For at bruge {service} hos {organisation} skal du have rollen {roles}.',
      nextTitle: 'Sådan får du rollen',
      next: whoGivesRoles,
    },
    'role-ended': {
      title: 'Din rolle gælder ikke længere',
      lead: 'Rollen {roles}, som du havde i {service} hos {organisation}, er udløbet eller trukket tilbage.',
      nextTitle: 'Sådan får du den igen',
      next: whoGivesRoles,
    },
    'outside-hours': {
      title: 'Din adgang gælder ikke lige nu',
      lead: 'Din adgang til {service} hos {organisation} gælder kun på bestemte tider af ugen.',
      nextTitle: 'Hvornår du kan logge ind',
      next: 'Skal du bruge {service} på andre tider, er det {administrators}, der kan give dig det.',
    },
    'level-too-low': {
      title: 'Dit log-in er ikke sikkert nok her',
      lead: 'Til {service} skal du logge ind på sikringsniveau {level}, og så højt nåede {provider} ikke.',
      nextTitle: 'Log ind på en sikrere måde',
      next: 'Brug MitID, eller vælg den måde med to trin, som din arbejdsplads har givet dig. Har du ingen af delene, så spørg jeres it-afdeling.',
    },
    'provider-not-activated': {
      title: 'Det log-in kan ikke bruges her',
      lead: '{Provider} er ikke koblet til {service}.',
      nextTitle: 'Vælg et andet log-in',
      next: 'De fleste kan bruge MitID Erhverv. Mener du, at dit log-in burde virke her, så sig det til jeres it-afdeling.',
    },
    'provider-down': {
      title: 'Vi fik ikke svar fra dit log-in',
      lead: '{Provider} kunne ikke logge dig ind lige nu.',
      nextTitle: 'Vent et minut, og prøv igen',
      next: 'Virker det stadig ikke, så log ind på en anden måde, hvis du kan. Fejlen ligger ikke i {service}.',
    },
    'answer-wrong': {
      title: 'Vi kunne ikke godkende svaret fra dit log-in',
      lead: '{Provider} sendte et svar, som vi ikke må stole på. Derfor lukkede vi det ikke ind.',
      nextTitle: 'Prøv igen',
      next: 'Sker det samme en gang til, så ring til servicedesk på {phone}, og opgiv nummeret her på siden.',
    },
    'organisation-not-allowed': {
      title: 'Dit log-in kan ikke bruges for den organisation',
      lead: '{Provider} må ikke logge nogen ind for {organisation}.',
      nextTitle: 'Vælg et andet log-in',
      next: 'Brug MitID Erhverv fra den organisation, du vil logge ind for. Mener du, at det er en fejl, så giv jeres it-afdeling nummeret her på siden.',
    },
    'wrong-log-in-kind': {
      title: 'Log ind for din arbejdsplads',
      lead: '{Service} bruges på arbejdet, og du loggede ind som privatperson.',
      nextTitle: 'Brug dit log-in fra arbejdet',
      next: 'Log ind med MitID Erhverv, eller vælg din region, kommune eller arbejdsplads under Lokal IdP.',
    },
    'cookie-lost': {
      title: 'Log-in blev afbrudt på vejen',
      lead: 'Du kom tilbage i en anden browser end den, du begyndte i, eller også har browseren slettet vores cookie.',
      nextTitle: 'Begynd forfra i samme vindue',
      next: 'Sker det igen, så tillad cookies for SEB, og prøv uden privat vindue. Vi bruger kun cookien til at se, at det er dig, der kommer tilbage.',
    },
    'too-late': {
      title: 'Der gik for lang tid',
      lead: 'Log-in udløb, før du nåede igennem.',
      nextTitle: 'Begynd forfra',
      next: 'Åbn {service} igen, og log ind derfra. Der er ikke gået noget tabt.',
    },
    'already-answered': {
      title: 'Det log-in er brugt',
      lead: '{Service} har allerede fået svar. Det sker, når man går tilbage i browseren eller åbner et gammelt faneblad.',
      nextTitle: 'Er du ikke logget ind?',
      next: 'Åbn {service} igen, og log ind derfra.',
    },
    cancelled: {
      title: 'Du stoppede log-in',
      lead: 'Du er ikke logget ind i {service}.',
      nextTitle: 'Vil du prøve igen?',
      next: 'Du kan også vælge en anden måde at logge ind på eller gå tilbage til {service}.',
    },
    'no-passive': {
      title: 'Du skal selv logge ind',
      lead: '{Service} spurgte, om du allerede var logget ind i SEB. Det er du ikke.',
      nextTitle: 'Log ind nu',
      next: 'Så kan {service} åbne.',
    },
  },
  /** In place of whom to ask, where it can be asked for at once. */
  asking: {
    role: {
      nextTitle: 'Bed om adgangen her',
      next: 'Din anmodning går til {administrators}. Vi har udfyldt det, vi ved: du skal kun skrive, hvad du skal bruge adgangen til.',
    },
    account: {
      nextTitle: 'Bed om at blive oprettet her',
      next: 'Din anmodning går til {administrators}. Vi bruger det, dit log-in fortæller, så du skal kun skrive, hvad du skal lave.',
    },
    answer: {
      nextTitle: 'Hvem svarer?',
      next: 'Det er {administrators}, der godkender. Du kan se, hvor langt den er.',
    },
  },
  variants: {
    someRoleMissing: {
      title: 'Du mangler en rolle',
      lead: 'For at bruge {service} hos {organisation} skal du have en rolle i tjenesten.',
      nextTitle: 'Sådan får du en rolle',
      next: 'Det er {administrators}, der bestemmer, hvem der får roller. Kontakt dem, og sig, at det gælder {service}.',
    },
    oneOfRolesMissing: {
      title: 'Du mangler en rolle',
      lead: 'For at bruge {service} hos {organisation} skal du have en af rollerne {roles}.',
      nextTitle: 'Sådan får du en rolle',
      next: 'Det er {administrators}, der bestemmer, hvem der får dem. Kontakt dem, og sig, hvad du skal bruge i {service}.',
    },
    someRoleEnded: {
      title: 'Din rolle gælder ikke længere',
      lead: 'Den rolle, du havde i {service} hos {organisation}, er udløbet eller trukket tilbage.',
      nextTitle: 'Sådan får du den igen',
      next: whoGivesRoles,
    },
    accountSuspended: {
      title: 'Din konto er spærret',
      lead: 'Din konto hos {organisation} er spærret for tiden.',
      nextTitle: 'Sådan bliver den åbnet',
      next: 'Det er {administrators}, der kan åbne den igen og fortælle dig, hvorfor den er spærret.',
    },
    accountRequested: {
      title: 'Din konto venter på svar',
      lead: 'Der er bedt om en konto til dig hos {organisation}, men den er ikke godkendt endnu.',
      nextTitle: 'Hvem svarer?',
      next: 'Det er {administrators}, der godkender. Haster det, så kontakt dem.',
    },
    personNeeded: {
      title: 'Log ind som borger',
      lead: '{Service} er for borgere, og du loggede ind for en arbejdsplads.',
      nextTitle: 'Brug MitID Privat',
      next: 'Log ind igen, og vælg MitID Privat under NemLog-in.',
    },
  },
  broken: {
    'request-wrong': {
      title: 'Tjenesten bad om log-in på en måde, vi ikke kan godkende',
      lead: 'Det er ikke noget, du har gjort.',
      nextTitle: 'Prøv fra tjenesten igen',
      next: 'Sker det samme, så ring til servicedesk på {phone}, og opgiv nummeret her på siden.',
    },
    'unknown-sign-in': {
      title: 'Vi kan ikke finde det log-in, du er i gang med',
      lead: 'Linket kan være gammelt, eller siden kan være åbnet fra et bogmærke.',
      nextTitle: 'Begynd i tjenesten',
      next: 'Åbn den tjeneste, du skal bruge, og log ind derfra. Gem gerne tjenesten som bogmærke, men ikke denne side.',
    },
  },
  ways: {
    ask: { role: 'Bed om adgang', account: 'Bed om at blive oprettet', answer: 'Se, hvor langt den er' },
    askHint: 'Det tager et minut. Du får svar på mail.',
    emergency: 'Nødadgang: det kan ikke vente',
    emergencyHint: 'Du får rollen med det samme og skal forklare hvorfor. Administratorerne får besked.',
    otherOrganisation: 'Log ind for en anden arbejdsplads',
    otherOrganisationHint: 'Du har også konto hos {organisations}',
    otherLogIn: 'Log ind på en anden måde',
    otherLogInHint: 'Vælg mellem de log-in, der virker her',
    tryAgain: 'Prøv igen',
    tryAgainHint: 'Samme log-in en gang til',
    back: 'Gå tilbage til {service}',
    backHint: 'Uden at være logget ind',
    openService: 'Åbn {service} igen',
    openServiceHint: 'Log ind derfra',
    front: 'Gå til forsiden',
    frontHint: 'Find ud af, hvor du skal begynde',
  },
  checks: {
    title: 'Det har vi tjekket',
    'log-in': { ok: 'Dit log-in virker', failed: 'Dit log-in slog ikke til', 'not-reached': 'Dit log-in' },
    organisation: {
      ok: 'Din organisation er i SEB',
      failed: 'Din organisation er ikke i SEB',
      'not-reached': 'Din organisation: ikke nået',
    },
    account: { ok: 'Din konto er aktiv', failed: 'Du har ingen aktiv konto', 'not-reached': 'Din konto: ikke nået' },
    grant: {
      ok: 'Din organisation må bruge tjenesten',
      failed: 'Din organisation må ikke bruge tjenesten',
      'not-reached': 'Adgang til tjenesten: ikke nået',
    },
    role: { ok: 'Du har en rolle', failed: 'Du har ingen gyldig rolle', 'not-reached': 'Din rolle: ikke nået' },
  },
  choose: {
    title: 'På vegne af hvem?',
    towards: 'Du er på vej til',
    lead: 'Du har konto flere steder. Vælg, hvem du logger ind for denne gang.',
    role: 'Rolle: {roles}',
    roles: 'Roller: {roles}',
    noRoles: 'Ingen rolle i {service}',
    asideTitle: 'Det følger med dit valg',
    aside:
      '{service} får kun at vide, hvad du må hos den, du vælger. Vil du skifte bagefter, så log ud, og log ind igen.',
    back: 'Tilbage til {service}',
  },
  logOut: {
    confirmTitle: 'Vil du logge ud?',
    confirmLead: 'Du bliver logget ud af SEB og af de tjenester, du har brugt siden du loggede ind.',
    confirm: 'Log ud af det hele',
    stay: 'Bliv logget ind',
    services: 'Tjenester',
    outTitle: 'Du er logget ud',
    outLead: 'Du er logget ud af SEB og af de tjenester, du brugte.',
    outShared: 'Sidder du ved en computer, som andre bruger, så luk også browseren.',
    toFront: 'Gå til forsiden',
    progressTitle: 'Vi logger dig ud',
    progressLead: 'Vi spørger tjenesterne én ad gangen. Det tager et øjeblik.',
    goOn: 'Fortsæt',
    goOnHint: 'Siden går selv videre. Gør den ikke det, så tryk her.',
    partialTitle: 'Du er ikke logget helt ud',
    partialLead:
      'Du er logget ud af SEB, men vi fik ikke svar fra alle. Det, der står med rødt udråbstegn, kan stadig være åbent.',
    whatToDo: 'Luk browseren helt',
    whatToDoHow:
      'Luk alle vinduer og faneblade. Så er du også ude af resten. Det er vigtigst på en computer, som andre bruger.',
    states: { out: 'Logget ud', asking: 'Bliver logget ud nu', waiting: 'Venter', open: 'Kan stadig være åben' },
  },
}

export type SignInText = typeof da
