/** The guide for citizens, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  title: 'Sådan gør du som borger',
  who: 'Jeg er borger',
  lead: 'Log ind med dit eget MitID, og se dine egne oplysninger.',
  tasks: {
    logIn: {
      title: 'Log ind med MitID Privat',
      steps: [
        'Åbn tjenesten, og log ind derfra. Den sender dig til SEB.',
        'Tryk på {person}.',
        'Vælg {you}. Bagefter er du inde i tjenesten.',
      ],
      note: 'Kommer du med det samme til MitID, er der kun den ene måde at logge ind på. Så er du det rigtige sted.',
    },
    wrong: {
      title: 'Hvis du loggede ind for din arbejdsplads ved en fejl',
      steps: ['SEB siger det på siden. Der er ikke sket noget.', 'Tryk på {other}, og log ind med MitID Privat.'],
    },
    told: {
      title: 'Hvad får tjenesten at vide om dig?',
      steps: [
        'Tjenesten får kun det, den har aftalt med SEB: for eksempel dit navn og dit CPR-nummer.',
        'Når du logger ind som borger, får den ikke at vide, hvor du arbejder, eller hvilke andre tjenester du bruger.',
      ],
    },
    logOut: {
      title: 'Log ud',
      steps: [
        'Log ud i tjenesten, eller åbn {logOut} og tryk på {confirm}.',
        'Så står der {out}. Sidder andre ved computeren, så luk også browseren.',
      ],
    },
    help: {
      title: 'Hvis det ikke virker',
      steps: [
        'Se på {status}, om noget er nede.',
        'Virker dit MitID heller ikke andre steder, så få hjælp på MitID.dk.',
        'Ellers ring til servicedesk på {phone}. Opgiv nummeret på den side, der gik galt.',
      ],
    },
  },
}

export type CitizenText = typeof da
