/**
 * The guide for administrators, Danish. English beside it has the same keys; the compiler checks. The names of buttons and
 * fields are not written here: they are filled in from the pages they stand on.
 */
export const da = {
  title: 'Sådan gør du som brugeradministrator',
  lead: 'Fem ting, du kommer til at gøre igen og igen. Hver tager under et minut.',
  legend: 'Det, du trykker på, står med {press}. Det, du udfylder, står med {field}.',
  legendPress: 'fed skrift',
  legendField: 'kursiv',
  home: 'Til administrationen',
  contents: 'På denne side',
  begin: 'Begynd altid på administrationens første side, {overview}.',
  colleague: 'kollegaens navn',
  theRole: 'rollen',
  find: 'Skriv {colleague} under {search}, og tryk på {show}. Er der flere med det navn, så vælg den rigtige på listen.',
  give: {
    assign: 'Tryk på {assign}.',
    role: 'Tryk på {role}. Under hver rolle står, hvad den giver adgang til. Vælg den, der giver mindst.',
    fill: 'Skriv den sidste dag under {until}, for eksempel på fredag, og hvorfor under {reason}.',
    check: 'Tryk på {check}, og læs det igennem.',
    done: 'Tryk på {give}. Kollegaen har adgangen fra næste log-in, og den slutter af sig selv.',
  },
  why: {
    open: 'Tryk på {why} under den rolle, det gælder. Der står, om rollen virker, hvem der gav den, og til hvornår.',
  },
  create: {
    begin: 'Tryk på {create}.',
    fill: 'Skriv navnet under {name}, og vælg enheden under {unit}.',
    known: 'Skriv mailadressen under {mail}, og vælg {invitation}.',
    save: 'Tryk på {createNow}. Medarbejderen får en mail med et link, der virker i 14 dage.',
  },
  takeBack: {
    open: 'Tryk på {takeBack} ud for den rolle, der skal væk.',
    done: 'Skriv hvorfor under {reason}, og tryk på {button}. Adgangen er væk ved næste log-in.',
  },
  ask: {
    organisation:
      'Er der noget, du ikke må i administrationen, så spørg overbrugeradministratoren i din egen organisation.',
    service: 'Mangler organisationen en hel tjeneste, så spørg servicedesk. Det er ikke noget, du selv kan give.',
    desk: 'Servicedesk har telefon {phone} og mail {mail}. Skriv aldrig CPR-numre i en mail.',
  },
}

export type GuideText = typeof da
