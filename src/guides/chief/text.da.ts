/** The guide for chief administrators, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  title: 'Sådan gør du som overbrugeradministrator',
  who: 'Jeg er overbrugeradministrator',
  lead: 'Udpeg administratorer, hold orden i enheder og pakker, og se efter, at alle stadig har brug for det, de har.',
  tasks: {
    appoint: {
      title: 'Udpeg en administrator',
      steps: [
        'Åbn {administrators}, og tryk på {appoint}.',
        'Skriv navnet under {search}, og tryk på {show}.',
        'Tryk på {choose} ud for den rigtige.',
        'Vælg {level}. Sæt mærker, hvis der skal være grænser for enheder eller tjenester.',
        'Tryk på {save}.',
      ],
      note: 'Vær altid mindst to overbrugeradministratorer. Så står I ikke uden, hvis den ene stopper.',
      picture: 'Siden, hvor man vælger niveau og grænser for en administrator.',
    },
    remove: {
      title: 'Fjern en administrator',
      steps: [
        'Åbn {administrators}, og tryk på {remove} ud for den, det gælder.',
        'Læs, hvad der sker, og tryk på {removeNow}. Det gælder med det samme.',
      ],
      note: 'Den sidste overbrugeradministrator kan ikke fjernes. Udpeg en anden først.',
    },
    unit: {
      title: 'Opret en enhed',
      steps: [
        'Åbn {units}, og tryk på {add}.',
        'Skriv navnet under {name}.',
        'Skriv de numre, enheden har, for eksempel under {sor}. De bliver foreslået, når nogen får en rolle.',
        'Tryk på {save}. Så står der {added}',
      ],
    },
    bundle: {
      title: 'Lav en rollepakke til en slags arbejde',
      steps: [
        'Åbn {bundles}, og tryk på {add}.',
        'Skriv et navn under {name}, og hvem den er til, under {description}.',
        'Sæt mærke ved {role}.',
        'Tryk på {next}, vælg, hvad rollerne gælder for, og tryk på {save}.',
        'Så står der {saved}',
      ],
      note: 'Du giver pakken fra medarbejderens side under {assign}. Alle rollerne bliver givet på én gang.',
    },
    startReview: {
      title: 'Start en periodisk kontrol',
      steps: [
        'Åbn {reviews}, og tryk på {start}.',
        'Skriv, hvad den skal hedde, under {name}, og den sidste dag under {deadline}.',
        'Vælg, hvad der sker med roller, som ingen svarer på, for eksempel {silence}.',
        'Tryk på {begin}. Administratorerne får besked.',
      ],
      note: 'Du kan lade den gentage sig selv hvert eller hvert halve år fra samme side.',
    },
    waiting: {
      title: 'Bestem, hvornår du skal have de anmodninger, andre ikke når',
      steps: [
        'Åbn {requests}, og tryk på {settings}.',
        'Skriv antallet under {days}, og tryk på {save}.',
        'Så står der {saved}',
      ],
    },
    log: {
      title: 'Find ud af, hvem der har gjort hvad',
      steps: [
        'Åbn {log}.',
        'Skriv begyndelsen af et navn under {concerned}, og tryk på {show}.',
        'Tryk på {details} ved en hændelse for at se, hvad der stod før og efter.',
      ],
      note: 'Har nogen et nummer fra en fejlside, så søg på det. At du læser loggen, bliver også skrevet.',
    },
    names: {
      title: 'Lad medarbejderne se, hvem der har set på deres adgang',
      steps: ['Åbn {log}, og tryk på {start} nederst på siden.', 'Så står der {told}'],
    },
  },
}

export type ChiefText = typeof da
