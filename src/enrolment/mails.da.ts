/** The mails of enrolment, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  begun: {
    subject: 'Din tilmelding til SEB',
    text: 'Du er begyndt at tilmelde jeres organisation til SEB. Med linket kan du fortsætte, hvor du slap, og følge tilmeldingen.',
    until: 'Sagsnummeret er {reference}. Skriv under senest {date}; derefter udløber tilmeldingen.',
    link: 'Fortsæt tilmeldingen',
    why: 'Du får mailen, fordi nogen har skrevet din mailadresse på SEBs tilmelding. Var det ikke dig, skal du ikke gøre noget. Send ikke linket videre.',
  },
  link: {
    subject: 'Linket til jeres tilmelding',
    text: 'Her er linket til tilmeldingen {reference}. Du kan fortsætte, hvor du slap, eller følge den.',
    link: 'Åbn tilmeldingen',
    why: 'Du får mailen, fordi nogen har bedt om linket igen. Var det ikke dig, skal du ikke gøre noget.',
  },
  sign: {
    subject: '{organisation} skal tilmeldes SEB: skriv under',
    text: '{contact} har udfyldt en tilmelding til SEB for {organisation} (CVR {cvr}), og skriver, at du kan skrive under.',
    how: 'Åbn linket, log ind med MitID Erhverv for {organisation}, læs tilmeldingen, og skriv under. Det tager et par minutter.',
    paper: 'Har du ikke MitID Erhverv, kan I skrive under på papir. Det gør {contact} fra sit eget link.',
    link: 'Læs og skriv under',
    why: 'Du får mailen, fordi {contact} har skrevet din mailadresse på tilmeldingen. Kender du ikke noget til det, så skriv ikke under, og ring til servicedesk.',
  },
  'handed-in': {
    subject: 'Vi har fået jeres tilmelding til SEB',
    signed: '{name} har skrevet under på tilmeldingen af {organisation}.',
    paper: 'Vi har fået det underskrevne papir for {organisation}.',
    next: 'SEB Systemforvaltning ser på den, og svarer på mail, som regel inden for {days}. Sagsnummeret er {reference}.',
    link: 'Følg tilmeldingen',
    why: 'Du får mailen, fordi du har begyndt en tilmelding til SEB.',
  },
  returned: {
    subject: 'Vi har et spørgsmål til jeres tilmelding',
    text: 'SEB Systemforvaltning har set på tilmeldingen af {organisation} og har et spørgsmål. Åbn tilmeldingen for at læse det og svare.',
    link: 'Læs spørgsmålet og svar',
    why: 'Du får mailen, fordi du har begyndt en tilmelding til SEB.',
  },
  approved: {
    subject: '{organisation} er tilmeldt SEB',
    text: 'Tilmeldingen er godkendt, og {organisation} er oprettet i SEB.',
    chief: '{chief} har fået en mail med et link, logger ind, og giver de første roller.',
    services: 'I har fået adgang til:',
    link: 'Se tilmeldingen',
    why: 'Du får mailen, fordi du har begyndt en tilmelding til SEB.',
  },
  rejected: {
    subject: 'Jeres tilmelding til SEB er afvist',
    text: 'SEB Systemforvaltning har afvist tilmeldingen af {organisation}. Åbn tilmeldingen for at læse hvorfor.',
    again: 'I kan tilmelde jer igen, når det er rettet.',
    link: 'Læs hvorfor',
    why: 'Du får mailen, fordi du har begyndt en tilmelding til SEB.',
  },
  chief: {
    subject: 'Du er overbrugeradministrator for {organisation} i SEB',
    text: '{organisation} er tilmeldt SEB, Sundhedsvæsenets Elektroniske Brugerstyring, og du er overbrugeradministrator. Det er dig, der giver jeres medarbejdere roller.',
    how: 'Åbn linket, og log ind med MitID Erhverv for {organisation}. Så kender SEB dig, og du kan give de første roller.',
    link: 'Log ind og begynd',
    until: 'Linket virker til og med {date} og kan kun bruges én gang. Send det ikke videre.',
    why: 'Du får mailen, fordi du står som overbrugeradministrator i tilmeldingen af {organisation}. Kender du ikke noget til det, så ring til servicedesk.',
  },
  officer: {
    subject: 'Du er sikkerhedsansvarlig for {organisation} i SEB',
    text: '{organisation} er tilmeldt SEB, Sundhedsvæsenets Elektroniske Brugerstyring, og du er sikkerhedsansvarlig. Du kan bede om flere tjenester og se, hvem der har adgang.',
    how: 'Åbn linket, og log ind med MitID Erhverv for {organisation}, så SEB kender dig.',
    link: 'Log ind',
    until: 'Linket virker til og med {date} og kan kun bruges én gang. Send det ikke videre.',
    why: 'Du får mailen, fordi du står som sikkerhedsansvarlig i tilmeldingen af {organisation}. Kender du ikke noget til det, så ring til servicedesk.',
  },
  signer: {
    subject: '{organisation} er tilmeldt SEB',
    text: '{organisation} er tilmeldt SEB, Sundhedsvæsenets Elektroniske Brugerstyring, og du står som den, der må skrive under. Du kan bede om flere tjenester og se, hvem der har adgang.',
    how: 'Åbn linket, og log ind med MitID Erhverv for {organisation}, så SEB kender dig.',
    link: 'Log ind',
    until: 'Linket virker til og med {date} og kan kun bruges én gang. Send det ikke videre.',
    why: 'Du får mailen, fordi du står som underskriver i tilmeldingen af {organisation}. Kender du ikke noget til det, så ring til servicedesk.',
  },
}

export type EnrolmentMails = typeof da
