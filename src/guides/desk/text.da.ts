/** The guide for the service desk, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  title: 'Sådan gør du i servicedesk',
  who: 'Jeg arbejder i servicedesk',
  lead: 'Fortæl, når noget er nede, og find det, du skal bruge for at hjælpe.',
  tasks: {
    incident: {
      title: 'Fortæl om en fejl',
      steps: [
        'Åbn {messages}, og tryk på {incident}.',
        'Ret teksten under {text}, så den siger, hvad der sker, og hvad man kan gøre.',
        'Vælg {part}, og hvad der sker med det, for eksempel {effect}. Vælg {priority}',
        'Tryk på {publish}. Så står der {published}',
      ],
      note: 'Ved en kritisk fejl skylder vi nyt hver halve time. Listen siger, hvornår.',
      picture: 'Formularen til en driftsbesked om en fejl.',
    },
    window: {
      title: 'Varsl et servicevindue',
      steps: [
        'Åbn {messages}, og tryk på {window}.',
        'Skriv dagen under {begins} og tiden under {time}.',
        'Skriv også dagen under {ends} og tiden under {time}, og tryk på {go}.',
        'Læs teksten. Den er skrevet ud fra tiderne.',
        'Vælg {part}, og tryk på {publish}.',
        'Så står der {published}',
      ],
      note: 'Farven på driftsstatus skifter først, når vinduet begynder.',
    },
    solved: {
      title: 'Meld en fejl løst',
      steps: ['Åbn {messages}, og tryk på {message}.', 'Tryk på {end}. Så står der {ended}'],
      note: 'Farven går tilbage af sig selv.',
    },
    newCase: {
      title: 'Opret en sag, når nogen ringer',
      steps: [
        'Åbn {cases}, og tryk på {create}.',
        'Skriv under {subject} og {asked}, og vælg under {kind}.',
        'Skriv navnet under {name} og nummeret under {phone}.',
        'Tryk på {save}. Så står der {created}',
      ],
      note: 'Har de et nummer fra en fejlside, så skriv det også. Så kan du slå deres log-in op fra sagen.',
    },
    workCase: {
      title: 'Tag en sag, og løs den',
      steps: [
        'Åbn {cases}, og tryk på {one}.',
        'Tryk på {take}.',
        'Skriv et svar, eller ring. Tryk på {resolve}, når sagen er løst uden svar.',
        'Så står der {resolved}',
      ],
      note: 'Hvert opslag om et menneske bliver skrevet i loggen med sagen.',
    },
    orphans: {
      title: 'Find organisationer uden administrator',
      steps: ['Åbn {orphans}.', 'For hver står, hvem det kunne være. Systemforvaltningen udpeger.'],
    },
    organisation: {
      title: 'Slå en organisation op',
      steps: [
        'Åbn {organisations}. Skriv navn eller CVR-nummer under {search}, og tryk på {show}.',
        'Tryk på {organisation}. Der står enheder, administratorer og tjenester.',
      ],
    },
    mail: {
      title: 'Se, om mail kommer frem',
      steps: ['Åbn {mail}.', 'Der står, hvad der venter, og hvad der ikke kunne afleveres.'],
    },
  },
}

export type DeskGuideText = typeof da
