/** The words for what takes access away or gives it back, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  consequences: 'Det sker der',
  reason: 'Begrundelse',
  reasonHint: 'Både medarbejderen og loggen får den at vide.',
  reasonMissing: 'Skriv en begrundelse',
  mistakesTitle: 'Ret dette først',
  cancel: 'Fortryd',
  withdraw: {
    link: 'Tag tilbage',
    title: 'Tag rollen {role} tilbage fra {name}?',
    button: 'Tag rollen tilbage',
    loses: '{name} mister rollen {role} i {service} fra næste log-in.',
    last: 'Det er den sidste rolle i {service}. {name} får ikke nogen rolle med derind.',
    left: 'Der er {count} andre roller tilbage i {service}.',
  },
  account: {
    suspend: {
      link: 'Spær konto',
      title: 'Spær kontoen for {name}?',
      button: 'Spær kontoen',
      consequences: [
        '{name} kan ikke logge ind for {organisation}, før kontoen bliver åbnet igen.',
        'De log-in, {name} har åbne for organisationen, slutter nu.',
        'Rollerne bliver stående og virker igen, når kontoen bliver åbnet.',
      ],
    },
    reopen: {
      link: 'Åbn konto',
      title: 'Åbn kontoen for {name} igen?',
      button: 'Åbn kontoen',
      consequences: ['{name} kan logge ind for {organisation} igen, og rollerne virker fra næste log-in.'],
    },
    end: {
      link: 'Lad konto ophøre',
      title: 'Skal kontoen for {name} ophøre?',
      button: 'Lad kontoen ophøre',
      consequences: [
        '{name} kan ikke længere logge ind for {organisation}, og ingen roller virker.',
        'De log-in, {name} har åbne for organisationen, slutter nu.',
        'Kontoen kan ikke åbnes igen.',
      ],
    },
  },
}

export type DecideText = typeof da
