/** The guide for system management, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  title: 'Sådan gør du i systemforvaltningen',
  who: 'Jeg arbejder i SEB Systemforvaltning',
  lead: 'Organisationer, tjenester og log-in. Roller til organisationernes medarbejdere giver organisationerne selv.',
  tasks: {
    organisation: {
      title: 'Opret en organisation',
      steps: [
        'Åbn {organisations}, og tryk på {create}.',
        'Skriv CVR-nummeret under {cvr}, navnet under {name}, og vælg {kind}.',
        'Tryk på {createNow}. Så står der {created}',
      ],
    },
    chief: {
      title: 'Udpeg den første overbrugeradministrator',
      steps: [
        'Åbn {organisations}. Skriv en del af navnet under {search}, tryk på {show}, og tryk på {organisation}.',
        'Tryk på {chief}.',
        'Tryk på {choose} ud for den, det skal være. Så står der {appointed}',
      ],
      note: 'Kender SEB ikke personen, så opret vedkommende længere nede på siden. Du kan kun udpege, mens ingen i organisationen kan.',
    },
    grant: {
      title: 'Giv en organisation en tjeneste',
      steps: [
        'Åbn {organisations}. Skriv en del af navnet under {search}, tryk på {show}, og tryk på {organisation}.',
        'Tryk på {give}, og vælg {service}.',
        'Vælg, hvilke roller de må give, og skriv lofter, hvis der skal være nogen.',
        'Tryk på {effect}, og læs, hvad der vil ske.',
        'Tryk på {giveNow}. Så står der {given}',
      ],
      picture: 'Siden, hvor man vælger, hvilke roller en organisation må give i en tjeneste.',
    },
    enrolments: {
      title: 'Behandl en tilmelding',
      steps: [
        'Åbn {enrolments}, og tryk på {one}.',
        'Se kontrollen igennem: CVR-nummeret, underskriften, og at dokumentet er uændret.',
        'Vælg, hvilke tjenester og roller de må få.',
        'Tryk på {approve}. Organisationen bliver oprettet, og de får besked.',
      ],
      note: 'Mangler der noget, så spørg eller afvis på samme side.',
    },
    newService: {
      title: 'Svar på en organisation, der søger om en tjeneste',
      steps: [
        'Åbn {newServices}, og tryk på {one}.',
        'Tryk på {give}. Formularen er udfyldt med det, de har søgt om, og du kan give mindre.',
        'Tryk på {effect}, og læs, hvad der vil ske.',
        'Tryk på {giveNow}. De får besked.',
      ],
    },
    takeBack: {
      title: 'Tag en tjeneste tilbage fra en organisation',
      steps: [
        'Åbn {organisations}. Skriv en del af navnet under {search}, tryk på {show}, og tryk på {organisation}.',
        'Tryk på {takeBack} ud for tjenesten. Der står, hvor mange der mister noget.',
        'Tryk på {takeBackNow}. Så står der {taken}',
      ],
    },
    change: {
      title: 'Svar på en tjenesteejers ændringsønske',
      steps: [
        'Åbn {changes}, og tryk på {request}.',
        'Se felt for felt, hvad der står nu, og hvad der ønskes.',
        'Tryk på {approve}. Så står der {approved}',
      ],
      note: 'Skriv hvorfor, hvis du afviser. Tjenesteejeren læser det.',
    },
    service: {
      title: 'Opret en tjeneste',
      steps: [
        'Åbn {services}, og tryk på {create}.',
        'Udfyld navne, beskrivelse og hvad man skal have for at komme ind.',
        'Sæt tjenestens metadata ind under {metadata}, og tryk på {createNow}.',
        'Giv den derefter roller, log-in og en ejer fra dens side.',
      ],
    },
    provider: {
      title: 'Registrér en identitetsudbyder',
      steps: [
        'Åbn {providers}, og tryk på {add}.',
        'Giv dens metadata: sæt dem ind, vælg en fil, eller skriv en adresse. Tryk på {read}.',
        'Skriv navne, de CVR-numre, den må tale for, og det niveau, den er anmeldt til.',
        'Tryk på {save}, og vælg, hvilke tjenester den kan bruges til.',
      ],
    },
    off: {
      title: 'Sluk for et log-in',
      steps: [
        'Åbn {providers}, og tryk på {provider}.',
        'Tryk på {off}. Der står, hvor mange der ikke har et andet log-in.',
        'Tryk på {offNow}. Så står der {done}',
      ],
    },
    review: {
      title: 'Bed mange organisationer om en periodisk kontrol',
      steps: [
        'Åbn {everywhere}, og tryk på {start}.',
        'Vælg, hvilke organisationer det gælder, og den sidste dag til at svare.',
        'Start kontrollen. Organisationernes administratorer får besked.',
      ],
    },
    close: {
      title: 'Luk en organisation',
      steps: [
        'Åbn {organisations}. Skriv en del af navnet under {search}, tryk på {show}, og tryk på {organisation}.',
        'Tryk på {close}. Læs, hvem der mister hvad.',
        'Tryk på {closeNow}. Så står der {closed}',
      ],
      note: 'Konti og roller bliver stående. Åbnes organisationen igen, virker de igen.',
    },
    log: {
      title: 'Find en hændelse ved dens nummer',
      steps: ['Åbn {log}.', 'Skriv nummeret fra fejlsiden under {reference}, og tryk på {show}.'],
    },
  },
}

export type ManagementText = typeof da
