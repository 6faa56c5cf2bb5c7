/** The guide for security officers and signatories, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  title: 'Sådan gør du som sikkerhedsansvarlig eller befuldmægtiget',
  who: 'Jeg er sikkerhedsansvarlig eller befuldmægtiget',
  lead: 'Bed om tjenester til organisationen, og se efter, at adgangen er, som den skal være.',
  tasks: {
    enrol: {
      title: 'Tilmeld organisationen til SEB',
      steps: [
        'Åbn {enrol}. Skriv dit navn under {contact} og din mail under {email}, og tryk på {begin}.',
        'Skriv CVR-nummeret under {cvr} og navnet under {name}, og vælg under {kind}.',
        'Skriv adressen under {address}, og tryk på {next}.',
        'Skriv derefter, hvem der er hvem, og vælg de tjenester, I skal bruge.',
        'Læs det hele igennem, og send det til underskrift.',
        'SEB Systemforvaltning svarer på mail. Du kan holde pause undervejs: brug linket i mailen.',
      ],
      note: 'Er organisationen allerede i SEB, så bed jeres brugeradministrator om adgang i stedet.',
    },
    sign: {
      title: 'Skriv under på en tilmelding',
      steps: [
        'Åbn linket i mailen, og tryk på {toLogIn}.',
        'Læs tilmeldingen igennem.',
        'Sæt kryds ved {may}, og tryk på {sign}.',
      ],
      note: 'Det, du så, bliver gemt, som det står. Du kan også skrive under på papir og lægge det op på tilmeldingens side.',
    },
    service: {
      title: 'Bed om en ny tjeneste til organisationen',
      steps: [
        'Åbn {services}, og tryk på {ask}.',
        'Tryk på {pick} ud for tjenesten.',
        'Skriv under {people} og under {why}.',
        'Tryk på {send}. Så står der {waits}',
      ],
      note: 'Når I har fået den, giver jeres brugeradministrator rollerne til medarbejderne.',
    },
    administrator: {
      title: 'Når organisationen ingen administrator har',
      steps: [
        'Har du en konto i SEB, så sig det på {missing}.',
        'Ellers skriv til {mail}. Skriv SEB og CVR-nummeret i emnefeltet, og hvem der skal være ny overbrugeradministrator.',
        'Servicedesk svarer, når det er på plads. Haster det, så ring på {phone}.',
      ],
    },
    reports: {
      title: 'Se, hvad en periodisk kontrol førte til',
      steps: [
        'Åbn {reviews}, og tryk på {review}.',
        'Tryk på {report}.',
        'Rapporten siger for hver rolle, hvem der svarede hvad. Hent den signerede, hvis den skal gemmes.',
      ],
    },
    log: {
      title: 'Se, hvem der har gjort hvad',
      steps: [
        'Åbn {log}.',
        'Vælg dagene under {from} og {until}, og tryk på {show}.',
        'Øverst står, om hændelserne er, som da de blev forseglet.',
      ],
      note: 'Intet i loggen kan ændres eller slettes. At du læser den, bliver også skrevet.',
    },
    extract: {
      title: 'Hent en liste over, hvem der har hvad',
      steps: ['Åbn {extract}, og vælg dagen under {day}.', 'Tryk på {download}.'],
    },
  },
}

export type SecurityText = typeof da
