/** The words of asking for access, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  menu: 'Bed om adgang',
  section: 'Dig selv',
  newcomer: 'ny bruger',
  title: 'Bed om adgang',
  lead: 'Din anmodning går til brugeradministratoren i {organisation}. Du kan følge den, og du får besked, når den er afgjort.',
  ways: {
    title: 'Hvad har du brug for?',
    newHere: 'Jeg er ny i {organisation}',
    newHereHint: 'Du bliver oprettet med det log-in, du har brugt nu, og kan bede om din første rolle med det samme.',
    more: 'Jeg skal have mere adgang',
    moreHint: 'En rolle mere i en tjeneste, eller en rolle, der gælder for flere.',
    waiting: 'Du har bedt om at blive oprettet',
    follow: 'Se, hvor langt det er, og hvem der svarer.',
    waitingHint: 'Du kan bede om flere roller, mens du venter. De gælder, når du er oprettet.',
    lose: 'Jeg har en rolle, jeg ikke skal bruge mere',
    loseHint: 'Find rollen under Min adgang, og bed om at få den fjernet.',
    others: 'Jeg beder på vegne af medarbejdere',
    othersHint: 'Til det, du ikke selv må give: én anmodning til hver medarbejder.',
    newElsewhere: 'Jeg er ny i en anden organisation',
    newElsewhereHint:
      'Du har en konto i {organisation}. Er du ny i en anden organisation, så log ud, og log ind på dens vegne. Så kan du bede om at blive oprettet dér.',
    hasAccountElsewhere: 'Jeg har en konto og skal have mere adgang',
    hasAccountElsewhereHint:
      'Med det log-in, du har brugt nu, kender {organisation} dig ikke. Har du et andet log-in på arbejdet, så log ud, og prøv med det.',
    logOut: 'Log ud',
  },
  drafts: {
    title: 'Kladder',
    lead: 'Kun du kan se dem. De slettes efter 30 dage.',
    what: 'Kladde',
    saved: 'Gemt',
    resume: 'Fortsæt',
    remove: 'Slet',
    unnamed: 'Ikke valgt endnu',
  },
  step: 'Trin {step} af {steps}',
  search: 'Søg',
  searchFor: { unit: 'Søg efter enhed', service: 'Søg efter tjeneste', role: 'Søg efter rolle' },
  noneFound: 'Ingen passer på »{text}«',
  noneFoundNext: 'Prøv med færre bogstaver.',
  further: 'Der er flere. Søg for at finde din.',
  unit: {
    title: 'Hvor arbejder du?',
    lead: 'Vælg den enhed i {organisation}, du hører til. Så kan vi vise, hvad dine kolleger har.',
    under: 'Under {unit}',
  },
  service: {
    title: 'Hvilken tjeneste?',
    lead: 'Her er de tjenester, {organisation} har adgang til, og hvor man kan bede om en rolle.',
    onlyAccount: 'Jeg skal bare oprettes',
    onlyAccountHint: 'Uden en rolle endnu. Du kan altid bede om en senere.',
    empty: 'Der er ikke noget at bede om her',
    emptyNext:
      'Ingen af de tjenester, {organisation} har, har roller, man kan bede om i SEB. Tal med din brugeradministrator.',
  },
  role: {
    title: 'Hvilken rolle i {service}?',
    lead: 'Det, dine kolleger har, står først.',
    recommended: 'Ofte brugt, hvor du er',
    all: 'Alle roller, man kan bede om',
    others: 'Andre roller',
    colleagues: '{count} af {total} kolleger i {unit} har den',
    bundles: 'Er med i {bundles}',
    empty: 'Der er ingen roller at bede om i {service}',
    emptyNext: 'Vælg en anden tjeneste, eller tal med din brugeradministrator.',
  },
  need: {
    title: 'Hvad skal den gælde for, og hvorfor?',
    accountTitle: 'Hvorfor skal du oprettes?',
    accountOnlyLead: 'Brugeradministratoren i {organisation} ser det, du skriver.',
    reason: 'Hvad skal du bruge den til?',
    accountReason: 'Hvad skal du lave?',
    reasonHint: 'Én sætning er nok. Den, der afgør det, læser den. Skriv ikke CPR-numre.',
    email: 'Din mailadresse på arbejdet',
    emailHint: 'Her får du besked, når der er svar. Kan udelades.',
    toCheck: 'Videre til kontrol',
    fails: 'Noget mangler eller skal rettes',
    mistakes: {
      'reason-missing': 'Skriv med én sætning, hvad du skal bruge adgangen til',
      'reason-too-long': 'Skriv højst {most} tegn. Her står {length}',
      'reason-cpr':
        'Der ser ud til at stå et CPR-nummer i teksten. Tag det ud: teksten læses af andre og gemmes i loggen',
      'email-wrong': 'Det ligner ikke en mailadresse, fx anna@klinikken.dk',
      'already-held': 'Du har allerede rollen med præcis det, du har valgt. Den står under Min adgang',
    },
  },
  others: {
    title: 'Hvem beder du på vegne af?',
    lead: 'Til tjenester, du ikke selv må give roller i. Hver medarbejder får sin egen anmodning, og en anden administrator afgør den.',
    search: 'Søg efter navn',
    employees: 'Medarbejdere',
    further: 'Der er flere. Søg for at finde dem; dem, du har sat kryds ved, bliver stående.',
    next: 'Videre til tjeneste',
    mistakes: {
      nobody: 'Sæt kryds ved mindst én medarbejder',
      'too-many': 'Vælg højst {most} ad gangen',
    },
  },
  lose: {
    title: 'Du har ikke brug for rollen mere',
    lead: '{role} i {service}. Din brugeradministrator fjerner den. Indtil da gælder den stadig.',
    reason: 'Hvorfor ikke?',
    reasonHint: 'Én sætning er nok, fx at du har skiftet afdeling. Skriv ikke CPR-numre.',
    reasonMissing: 'Skriv med én sætning, hvorfor du ikke skal bruge rollen mere',
    send: 'Bed om at få den fjernet',
    keep: 'Behold rollen',
  },
  gone: {
    service:
      'Tjenesten, du havde valgt, kan ikke bruges i {organisation} mere. Det, du har skrevet, er gemt. Vælg en anden.',
    role: 'Rollen, du havde valgt, kan man ikke bede om mere. Det, du har skrevet, er gemt. Vælg en anden.',
    unit: 'Enheden, du havde valgt, er lukket. Det, du har skrevet, er gemt. Vælg en anden.',
    unknownService:
      'Den tjeneste, du kom fra, kan man ikke bede om adgang til her: {organisation} har den ikke, eller ingen af dens roller kan der bedes om. Din brugeradministrator kan hjælpe dig.',
  },
  check: {
    title: 'Kontrollér og send',
    lead: 'Læs det igennem. Når du sender, får brugeradministratoren besked.',
    who: 'Til',
    organisation: 'Organisation',
    unit: 'Enhed',
    noUnit: 'Ikke valgt',
    service: 'Tjeneste',
    role: 'Rolle',
    noRole: 'Kun en konto',
    appliesTo: 'Gælder for',
    everything: 'Hele organisationen',
    period: 'Periode',
    reason: 'Begrundelse',
    email: 'Svar til',
    noEmail: 'Kun i SEB',
    edit: 'Ret',
    send: 'Send anmodning',
    sendSeveral: 'Send {count} anmodninger',
    remove: 'Slet kladden',
    told: {
      'too-many':
        'Du har mange anmodninger, der venter på svar. Træk dem tilbage, du ikke har brug for, så kan du sende denne. Den er gemt som kladde.',
      'not-known-again':
        'Dit log-in har ikke noget, vi kan kende dig på igen. Log ind med MitID Erhverv, og send anmodningen derfra.',
      contradicted:
        'Noget i dit log-in hører til en anden i SEB. Ring til servicedesk, så finder vi ud af det. Det, du har skrevet, er gemt.',
    },
  },
  hindered: {
    'not-taken': {
      title: '{organisation} tager ikke imod anmodninger i SEB',
      what: 'Tal med din brugeradministrator om, hvordan man beder om adgang hos jer.',
    },
    suspended: {
      title: 'Din konto i {organisation} er spærret',
      what: 'Så længe den er spærret, kan du ikke bede om mere. Din brugeradministrator kan åbne den. Har du skrevet noget, er det gemt.',
    },
    over: {
      title: 'Din konto i {organisation} er udløbet',
      what: 'Din brugeradministrator kan forlænge den. Har du skrevet noget, er det gemt.',
    },
  },
  noOrganisation: {
    title: 'Log ind på arbejdets vegne',
    private:
      'Du er logget ind som privatperson, og ingen organisation kender dig på den måde. Log ud, og log ind med MitID Erhverv eller din arbejdsplads’ eget log-in.',
    unknown:
      'Den organisation, du er logget ind for, er ikke i SEB. Den skal tilmeldes, før nogen kan få adgang på dens vegne. Ring til servicedesk, eller prøv med et andet log-in.',
    logOut: 'Log ud',
  },
}

export type AskText = typeof da
