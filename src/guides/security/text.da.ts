/** The guide for security officers and signatories, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  title: 'Sådan gør du som sikkerhedsansvarlig eller befuldmægtiget',
  who: 'Jeg er sikkerhedsansvarlig eller befuldmægtiget',
  lead: 'Bed om tjenester til organisationen, og se efter, at adgangen er, som den skal være.',
  tasks: {
    service: {
      title: 'Bed om en ny tjeneste til organisationen',
      steps: [
        'Skriv til {mail}. Skriv SEB og organisationens CVR-nummer i emnefeltet.',
        'Skriv, hvilken tjeneste I skal bruge, og hvilket telefonnummer du kan træffes på.',
        'SEB Systemforvaltning giver organisationen tjenesten.',
        'Derefter giver organisationens brugeradministrator rollerne til medarbejderne.',
      ],
    },
    administrator: {
      title: 'Når organisationen ingen administrator har',
      steps: [
        'Skriv til {mail}. Skriv SEB og CVR-nummeret i emnefeltet.',
        'Skriv, hvem der skal være ny overbrugeradministrator.',
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
