/** The words that whoever signs meets, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  landing: {
    title: 'Skriv under for {organisation}',
    lead: '{contact} har udfyldt en tilmelding til SEB for {organisation} og beder dig skrive under.',
    how: 'Du logger ind med MitID Erhverv for CVR-nummer {cvr}. Så kan du læse tilmeldingen, og skrive under. Intet sker, før du trykker på Skriv under.',
    button: 'Log ind med MitID Erhverv',
    toLogIn: 'dit log-in',
    notYou: 'Må du ikke skrive under for {organisation}, så luk siden, og sig det til {contact}.',
  },
  sign: {
    title: 'Læs og skriv under',
    lead: 'Du er logget ind som {name} for CVR-nummer {cvr}.',
    leadNoName: 'Du er logget ind for CVR-nummer {cvr}.',
    heading: 'Skriv under',
    may: 'Jeg må skrive under for {organisation}',
    button: 'Skriv under',
    no: 'Nej, log ud',
    kept: 'Det, du ser på siden, gemmer vi, som det står. Du kan hente det som PDF, når du har skrevet under.',
    notSigned: 'Der er ikke skrevet under endnu',
    mistakes: {
      may: 'Sæt kryds, hvis du må skrive under for {organisation}.',
      changed: 'Tilmeldingen er blevet rettet, siden du åbnede siden. Læs den igennem igen.',
    },
  },
  signed: {
    title: 'Du har skrevet under',
    lead: 'Tilmeldingen af {organisation} er sendt til SEB Systemforvaltning. {contact} får svaret på mail, som regel inden for {days}.',
    pdf: 'Hent det, du skrev under på (PDF)',
    reference: 'Sagsnummer {reference}.',
  },
  problems: {
    help: 'Hjælp',
    logOut: 'Log ud, og prøv igen',
    pages: {
      unknown: {
        title: 'Linket virker ikke',
        next: 'Brug linket i den nyeste mail, præcis som det står. Er tilmeldingen blevet rettet, får du en ny mail, når den er klar.',
      },
      'not-ready': {
        title: 'Tilmeldingen bliver rettet',
        next: 'Den kan ikke skrives under lige nu. Du får en ny mail, når den er klar.',
      },
      'already-signed': {
        title: 'Der er skrevet under',
        next: 'Du behøver ikke gøre mere. Svaret bliver sendt på mail til {contact}.',
      },
      over: {
        title: 'Tilmeldingen er ikke åben mere',
        next: 'Den er trukket tilbage, udløbet eller afgjort. Spørg {contact}.',
      },
      'private-log-in': {
        title: 'Log ind for organisationen',
        next: 'Du er logget ind som privatperson. Log ud, åbn linket igen, og log ind med MitID Erhverv for {organisation}.',
      },
      'not-mitid': {
        title: 'Brug MitID Erhverv',
        next: 'Der skrives under med MitID Erhverv, og du er logget ind på en anden måde. Log ud, åbn linket igen, og vælg MitID Erhverv.',
      },
      'wrong-organisation': {
        title: 'Du er logget ind for en anden organisation',
        next: 'Tilmeldingen er for CVR-nummer {cvr}, og du er logget ind for {other}. Log ud, åbn linket igen, og log ind for {organisation}. Står CVR-nummeret forkert i tilmeldingen, så sig det til {contact}.',
      },
      'signed-elsewhere': {
        title: 'Organisationen har skrevet under på en anden tilmelding',
        next: 'Der er allerede en underskrevet tilmelding for CVR-nummer {cvr}. Den bliver behandlet, og I skal ikke sende en til. Ring til servicedesk, hvis det ikke er rigtigt.',
      },
      'already-enrolled': {
        title: 'Organisationen er allerede i SEB',
        next: 'CVR-nummer {cvr} er kommet i SEB, og skal ikke tilmeldes igen. Bed jeres brugeradministrator om adgang.',
      },
    },
  },
}

export type SigningText = typeof da
