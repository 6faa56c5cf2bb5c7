/** What people are told of access, Danish. English beside it has the same kinds; the compiler checks. */
import type { NoticeWords } from '../../notices/notice-kind.ts'

export const da = {
  'role.given': {
    subject: 'Du har fået adgang til {service}',
    mail: '{organisation} har givet dig adgang til {service}: {roles}. Adgangen virker, næste gang du logger ind i tjenesten.',
    shown: '{organisation} har givet dig {roles} i {service}. Adgangen virker, næste gang du logger ind i tjenesten.',
    link: 'Se din adgang',
  },
  'role.changed': {
    subject: 'Din adgang til {service} er ændret',
    mail: '{organisation} har ændret, hvad din adgang til {service} gælder for, eller hvor længe.',
    shown: '{organisation} har ændret, hvad {roles} i {service} gælder for, eller hvor længe.',
    link: 'Se din adgang',
  },
  'role.withdrawn': {
    subject: 'Du har mistet adgang til {service}',
    mail: '{organisation} har taget adgang til {service} tilbage: {roles}. Er det en fejl, så tal med din brugeradministrator.',
    shown: '{organisation} har taget {roles} i {service} tilbage. Er det en fejl, så tal med din brugeradministrator.',
    link: 'Se din adgang',
  },
  'account.suspended': {
    subject: 'Din bruger hos {organisation} er spærret',
    mail: '{organisation} har spærret din bruger. Du kan ikke logge ind for organisationen, før din brugeradministrator åbner den igen.',
    shown:
      '{organisation} har spærret din bruger. Du kan ikke logge ind for organisationen, før din brugeradministrator åbner den igen.',
    link: 'Se din adgang',
  },
  'account.reopened': {
    subject: 'Din bruger hos {organisation} er åben igen',
    mail: '{organisation} har åbnet din bruger igen. De roller, du havde, virker, næste gang du logger ind.',
    shown: '{organisation} har åbnet din bruger igen. De roller, du havde, virker, næste gang du logger ind.',
    link: 'Se din adgang',
  },
  'account.corrected': {
    subject: 'Der er rettet i, hvad SEB kender dig på hos {organisation}',
    mail: '{organisation} har rettet de numre fra MitID Erhverv, som SEB kender dit log-in på. Kender du ikke grunden, så spørg jeres brugeradministrator.',
    shown:
      '{organisation} har rettet de numre fra MitID Erhverv, som SEB kender dit log-in på. Kender du ikke grunden, så spørg jeres brugeradministrator.',
    link: 'Se din adgang',
  },
  'account.ended': {
    subject: 'Din bruger hos {organisation} er lukket',
    mail: '{organisation} har lukket din bruger. Du kan ikke logge ind for organisationen mere. Er det en fejl, så tal med din brugeradministrator.',
    shown:
      '{organisation} har lukket din bruger. Du kan ikke logge ind for organisationen mere. Er det en fejl, så tal med din brugeradministrator.',
    link: 'Se din adgang',
  },
  'account.created': {
    subject: 'Du er oprettet som bruger hos {organisation}',
    mail: '{organisation} har oprettet dig som bruger i SEB. Log ind, som du plejer på din arbejdsplads, for at se din adgang.',
    shown:
      '{organisation} har oprettet dig som bruger i SEB. Log ind, som du plejer på din arbejdsplads, for at se din adgang.',
    link: 'Se din adgang',
  },
  'stand-in.named': {
    subject: 'Du træder ind for en administrator hos {organisation}',
    mail: 'Fra {from} til og med {until} træder du ind for en administrator hos {organisation}. Log ind for at se for hvem og hvad du kan.',
    shown: 'Fra {from} til og med {until} træder du ind for {person} som administrator hos {organisation}.',
    link: 'Se, hvem du kan handle for',
  },
  'stand-in.ended': {
    subject: 'Du træder ikke længere ind for en administrator hos {organisation}',
    mail: 'Aftalen om, at du træder ind for en administrator hos {organisation}, er stoppet.',
    shown: 'Aftalen om, at du træder ind for {person} hos {organisation}, er stoppet.',
    link: 'Se, hvem du kan handle for',
  },
  'appointment.given': {
    subject: 'Du er udpeget som administrator hos {organisation}',
    mail: '{organisation} har udpeget dig som administrator. Du kan give og tage adgang inden for det, du er udpeget til. Er det en fejl, så ring til servicedesk.',
    shown:
      '{organisation} har udpeget dig som administrator. Du kan give og tage adgang inden for det, du er udpeget til. Er det en fejl, så ring til servicedesk.',
    link: 'Se dit arbejde',
  },
  'appointment.changed': {
    subject: 'Det, du administrerer hos {organisation}, er ændret',
    mail: '{organisation} har ændret, hvad du administrerer.',
    shown: '{organisation} har ændret, hvad du administrerer.',
    link: 'Se dit arbejde',
  },
  'appointment.ended': {
    subject: 'Du er ikke længere administrator hos {organisation}',
    mail: '{organisation} har taget din udpegning som administrator tilbage. Din egen adgang er uændret. Er det en fejl, så tal med en overbrugeradministrator.',
    shown:
      '{organisation} har taget din udpegning som administrator tilbage. Din egen adgang er uændret. Er det en fejl, så tal med en overbrugeradministrator.',
    link: 'Se din adgang',
  },
  'administrator.added': {
    subject: '{organisation} har fået en ny administrator',
    mail: 'En ny administrator er udpeget hos {organisation}. Kender du ikke til det, så se efter hvem.',
    shown: '{person} er udpeget som administrator hos {organisation}.',
    link: 'Se administratorerne',
  },
  'administrator.changed': {
    subject: 'En administrator hos {organisation} er ændret',
    mail: 'Det er ændret, hvad en administrator hos {organisation} må administrere.',
    shown: 'Det er ændret, hvad {person} administrerer hos {organisation}.',
    link: 'Se administratorerne',
  },
  'administrator.removed': {
    subject: '{organisation} har en administrator mindre',
    mail: 'En administrator hos {organisation} er fjernet. Kender du ikke til det, så se efter hvem.',
    shown: '{person} er ikke længere administrator hos {organisation}.',
    link: 'Se administratorerne',
  },
  'grant.given': {
    subject: '{organisation} kan nu bruge {service}',
    mail: 'Systemforvaltningen har givet {organisation} adgang til {service}. I kan dele rollerne ud til jeres medarbejdere.',
    shown:
      'Systemforvaltningen har givet {organisation} adgang til {service}. I kan dele rollerne ud til jeres medarbejdere.',
    link: 'Giv rollerne',
  },
  'grant.changed': {
    subject: 'Det, {organisation} må bruge af {service}, er ændret',
    mail: 'Systemforvaltningen har ændret, hvad {organisation} må bruge af {service}. Det kan have taget adgang fra medarbejdere.',
    shown:
      'Systemforvaltningen har ændret, hvad {organisation} må bruge af {service}. Det kan have taget adgang fra medarbejdere.',
    link: 'Se rollerne',
  },
  'grant.taken-back': {
    subject: '{organisation} kan ikke længere bruge {service}',
    mail: 'Systemforvaltningen har taget {service} tilbage fra {organisation}. Roller i tjenesten virker ikke mere.',
    shown: 'Systemforvaltningen har taget {service} tilbage fra {organisation}. Roller i tjenesten virker ikke mere.',
    link: 'Se rollerne',
  },
  'organisation.without-chief': {
    subject: '{organisation} har ingen overbrugeradministrator i SEB',
    mail: '{organisation} har ikke længere en overbrugeradministrator, der kan logge ind. De roller, der er givet, virker stadig. Men ingen kan udpege administratorer, før I har en overbrugeradministrator igen. Ring til servicedesk, og sig, hvem der skal være overbrugeradministrator.',
    shown:
      '{organisation} har ikke længere en overbrugeradministrator, der kan logge ind. De roller, der er givet, virker stadig. Men ingen kan udpege administratorer, før I har en overbrugeradministrator igen. Ring til servicedesk, og sig, hvem der skal være overbrugeradministrator.',
    link: 'Se dit arbejde',
  },
  'organisation.chief-ending': {
    subject: '{organisation} mister snart sin sidste overbrugeradministrator i SEB',
    mail: 'Den sidste overbrugeradministrator for {organisation} har kun adgang til og med {last}. Derefter kan ingen udpege administratorer. Udpeg en mere inden da. Kun en overbrugeradministrator kan udpege: er der ingen, der kan nå det, så ring til servicedesk.',
    shown:
      'Den sidste overbrugeradministrator for {organisation} har kun adgang til og med {last}. Derefter kan ingen udpege administratorer. Udpeg en mere inden da. Kun en overbrugeradministrator kan udpege: er der ingen, der kan nå det, så ring til servicedesk.',
    link: 'Se administratorerne',
  },
  'organisation.lost-chief': {
    subject: '{organisation} har ingen overbrugeradministrator',
    mail: '{organisation} har ikke længere en overbrugeradministrator, der kan logge ind. Deres administratorer, sikkerhedsansvarlige og befuldmægtigede har fået besked.',
    shown:
      '{organisation} har ikke længere en overbrugeradministrator, der kan logge ind. Deres administratorer, sikkerhedsansvarlige og befuldmægtigede har fået besked.',
    link: 'Se dem, der mangler',
  },
  'role.ending': {
    subject: 'Din adgang til {service} slutter snart',
    mail: 'Din adgang til {service} hos {organisation} slutter: {roles}. Sidste dag er {last}. Har du stadig brug for den, så bed om forlængelse.',
    shown:
      'Din adgang til {service} hos {organisation} slutter: {roles}. Sidste dag er {last}. Har du stadig brug for den, så bed om forlængelse.',
    link: 'Bed om forlængelse',
  },
  'account.ending': {
    subject: 'Din bruger hos {organisation} slutter snart',
    mail: 'Din bruger hos {organisation} slutter. Sidste dag er {last}, og derefter kan du ikke logge ind for organisationen. Skal du blive, så tal med din brugeradministrator.',
    shown:
      'Din bruger hos {organisation} slutter. Sidste dag er {last}, og derefter kan du ikke logge ind for organisationen. Skal du blive, så tal med din brugeradministrator.',
    link: 'Se din adgang',
  },
  'role.ending-of': {
    subject: 'En medarbejders adgang til {service} slutter snart',
    mail: 'En medarbejder hos {organisation} mister adgang til {service}: {roles}. Sidste dag er {last}. Skal den fortsætte, så forlæng den.',
    shown: '{person} mister {roles} i {service}. Sidste dag er {last}. Skal den fortsætte, så forlæng den.',
    link: 'Forlæng',
  },
  'account.ending-of': {
    subject: 'En medarbejders bruger hos {organisation} slutter snart',
    mail: 'En medarbejders bruger hos {organisation} slutter. Sidste dag er {last}. Skal medarbejderen blive, så forlæng den.',
    shown: 'Brugeren for {person} slutter. Sidste dag er {last}. Skal medarbejderen blive, så forlæng den.',
    link: 'Forlæng',
  },
  'endings.many': {
    subject: '{count} roller og brugere slutter snart hos {organisation}',
    mail: 'Hos {organisation} slutter {count} roller og brugere snart, de første efter {last}. Forlæng dem, der skal fortsætte. Resten slutter af sig selv.',
    shown:
      'Hos {organisation} slutter {count} roller og brugere snart, de første efter {last}. Forlæng dem, der skal fortsætte. Resten slutter af sig selv.',
    link: 'Se dem, der slutter',
  },
  'service-request.sent': {
    subject: '{organisation} søger om {service}',
    mail: '{organisation} har søgt om adgang til {service}.',
    shown: '{organisation} har søgt om adgang til {service}.',
    link: 'Se anmodningen',
  },
  'service-request.granted': {
    subject: 'I har fået {service}',
    mail: 'SEB Systemforvaltning har givet {organisation} den adgang til {service}, som du søgte om. Jeres administratorer kan nu give rollerne.',
    shown:
      'SEB Systemforvaltning har givet {organisation} den adgang til {service}, som du søgte om. Jeres administratorer kan nu give rollerne.',
    link: 'Se anmodningen',
  },
  'service-request.refused': {
    subject: 'I har ikke fået {service}',
    mail: 'SEB Systemforvaltning har sagt nej til, at {organisation} får adgang til {service}. Log ind for at se hvorfor.',
    shown: 'SEB Systemforvaltning har sagt nej til, at {organisation} får adgang til {service}.',
    link: 'Se hvorfor',
  },
  'change-request.sent': {
    subject: 'En ændring af {service} venter på godkendelse',
    mail: 'En tjenesteejer har bedt om en ændring af {service}. Den sker først, når systemforvaltningen har godkendt den.',
    shown:
      'En tjenesteejer har bedt om en ændring af {service}. Den sker først, når systemforvaltningen har godkendt den.',
    link: 'Se ændringen',
  },
  'change-request.approved': {
    subject: 'Din ændring af {service} er godkendt',
    mail: 'Systemforvaltningen har godkendt den ændring af {service}, du bad om. Den gælder nu.',
    shown: 'Systemforvaltningen har godkendt den ændring af {service}, du bad om. Den gælder nu.',
    link: 'Se ændringen',
  },
  'change-request.rejected': {
    subject: 'Din ændring af {service} er ikke godkendt',
    mail: 'Systemforvaltningen har sagt nej til den ændring af {service}, du bad om. Begrundelsen står ved ændringen.',
    shown: 'Systemforvaltningen har sagt nej til den ændring af {service}, du bad om. Begrundelsen står ved ændringen.',
    link: 'Se begrundelsen',
  },
} satisfies Record<string, NoticeWords>
