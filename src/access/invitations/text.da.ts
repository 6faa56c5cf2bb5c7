/** The words that somebody with an invitation meets, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  landing: {
    title: '{organisation} har inviteret dig',
    lead: 'Tag imod invitationen, så kan du få adgang til de tjenester, du bruger i dit arbejde.',
    how: 'Log ind, som du gør for {organisation}: med MitID Erhverv eller organisationens eget log-in. Bagefter ved SEB, hvem du er.',
    button: 'Log ind og tag imod',
    toLogIn: 'dit log-in',
    notYou: 'Er invitationen ikke til dig, skal du ikke gøre noget.',
  },
  confirm: {
    title: 'Er det dig?',
    lead: 'Du er logget ind som {name} for {organisation}.',
    leadNoName: 'Du er logget ind for {organisation}.',
    effect:
      'Tager du imod, bliver kontoen din, og SEB kender dig næste gang, du logger ind på denne måde. Invitationen kan kun bruges én gang.',
    button: 'Ja, tag imod',
    somebodyElse: 'Nej, log ud',
  },
  taken: {
    title: 'Du har taget imod invitationen',
    lead: 'SEB ved nu, hvem du er. De roller, du har fået, virker, næste gang du logger ind i en tjeneste.',
    button: 'Se min adgang',
  },
  problems: {
    theOrganisation: 'organisationen',
    help: 'Hjælp',
    logOut: 'Log ud, og prøv med et andet log-in',
    unknown: {
      title: 'Linket virker ikke',
      next: 'Brug linket i mailen, helt som det står der. Virker det stadig ikke, så bed din brugeradministrator om at sende en ny invitation.',
    },
    used: {
      title: 'Invitationen er brugt',
      next: 'Nogen har allerede taget imod den. Var det dig, så log ind, som du plejer. Var det ikke dig, så sig det til brugeradministratoren hos {organisation} med det samme.',
    },
    withdrawn: {
      title: 'Invitationen er trukket tilbage',
      next: 'Spørg brugeradministratoren hos {organisation}, om du skal have en ny.',
    },
    replaced: {
      title: 'Der er sendt en nyere invitation',
      next: 'Brug linket i den nyeste mail fra {organisation}.',
    },
    expired: {
      title: 'Invitationen er udløbet',
      next: 'En invitation virker i 14 dage. Bed brugeradministratoren hos {organisation} om at sende en ny.',
    },
    'account-over': {
      title: 'Kontoen er ikke åben',
      next: 'Den konto, invitationen er til, er spærret eller ophørt. Spørg brugeradministratoren hos {organisation}.',
    },
    'private-log-in': {
      title: 'Log ind for din arbejdsplads',
      next: 'Du er logget ind som privatperson. Log ud, åbn linket i mailen igen, og log ind for {organisation} med MitID Erhverv eller organisationens eget log-in.',
    },
    'wrong-organisation': {
      title: 'Du er logget ind for en anden arbejdsplads',
      next: 'Invitationen er fra {organisation}. Log ud, åbn linket i mailen igen, og log ind for {organisation}.',
    },
    'already-employee': {
      title: 'Du har allerede en konto her',
      next: 'SEB kender det log-in, du har brugt, på en anden konto hos {organisation}. Sig det til brugeradministratoren, eller log ind på en anden måde.',
    },
    'not-known-again': {
      title: 'SEB kan ikke kende dette log-in igen',
      next: 'Det log-in, du brugte, fortæller ikke, hvem du er, på en måde, der holder. Log ind for {organisation} på en anden måde.',
    },
  },
  mail: {
    subject: '{organisation} har inviteret dig til SEB',
    invited:
      '{organisation} har oprettet en konto til dig i SEB. Med den kan du få adgang til de tjenester, du bruger i dit arbejde.',
    how: 'Tag imod ved at åbne linket og logge ind, som du gør for {organisation}.',
    link: 'Tag imod invitationen',
    until: 'Linket virker til og med {date} og kan kun bruges én gang. Send det ikke videre.',
    why: 'Du får mailen, fordi en brugeradministrator hos {organisation} har skrevet din mailadresse. Kender du ikke noget til det, skal du ikke gøre noget.',
  },
}

export type InvitationText = typeof da
