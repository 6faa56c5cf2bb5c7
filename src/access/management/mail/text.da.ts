/** The words about mails that could not be delivered, Danish. English has the same keys; the compiler checks. */
export const da = {
  title: 'Mails, der ikke kom frem',
  lead: 'De seneste 30 dage. Hvem en mail er til, og hvad der står i den, kan ikke ses.',
  none: 'Alle mails er kommet frem.',
  noneNext: 'Her står det, når mailserveren ikke vil tage imod en mail, eller ikke svarer.',
  what: 'Hvad',
  kinds: {
    'status-subscription.asked': 'Ja til driftsbeskeder på mail',
    'invitation.sent': 'Invitation af en medarbejder',
    'organisation.chief-ending': 'Advarsel: mister snart sin sidste overbrugeradministrator',
    'notices.digest': 'Den samlede mail om morgenen',
    'organisation.without-chief': 'Advarsel: har ingen overbrugeradministrator',
  },
  organisation: 'Organisation',
  seb: 'SEB',
  at: 'Skrevet',
  state: 'Hvordan går det',
  givenUp: 'Opgivet efter {attempts} forsøg',
  again: 'Prøves igen {time}, {attempts} forsøg indtil nu',
  answer: 'Mailserverens svar',
}

export type MailTroubleText = typeof da
