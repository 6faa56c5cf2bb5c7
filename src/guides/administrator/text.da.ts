/** The guide for administrators, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  title: 'Sådan gør du som brugeradministrator',
  who: 'Jeg er brugeradministrator',
  lead: 'Det, du kommer til at gøre igen og igen. Det meste tager under et minut.',
  tasks: {
    give: {
      title: 'Giv en kollega læseadgang til og med fredag',
      steps: [
        'Åbn {home}. Skriv kollegaens navn under {find}, og tryk på {findNow}.',
        'Tryk på {assign}.',
        'Tryk på {role}. Under hver rolle står, hvad den giver adgang til. Vælg den, der giver mindst.',
        'Skriv den sidste dag under {until}, og hvorfor under {reason}.',
        'Tryk på {check}, og læs det igennem.',
        'Tryk på {give}. Så står der {given}',
      ],
      note: 'Adgangen slutter af sig selv efter den sidste dag.',
      picture: 'En rolle, før den bliver givet: hvem, hvad, hvor længe og hvorfor.',
    },
    why: {
      title: 'Se, hvorfor nogen har en rettighed',
      steps: [
        'Åbn {home}. Skriv kollegaens navn under {find}, og tryk på {findNow}.',
        'Tryk på {why} under den rolle, det gælder. Der står, om rollen virker, hvem der gav den, og til hvornår.',
      ],
    },
    create: {
      title: 'Opret en ny medarbejder',
      steps: [
        'Åbn {home}, og tryk på {create}.',
        'Skriv navnet under {name}, og vælg enheden under {unit}.',
        'Skriv mailadressen under {mail}, og vælg {invitation}.',
        'Tryk på {createNow}. Medarbejderen får en mail med et link, der virker i 14 dage.',
      ],
      note: 'Giv rollerne med det samme. De virker fra det første log-in.',
    },
    takeBack: {
      title: 'Tag en rolle tilbage',
      steps: [
        'Åbn {home}. Skriv kollegaens navn under {find}, og tryk på {findNow}.',
        'Tryk på {takeBack} ud for den rolle, der skal væk.',
        'Skriv hvorfor under {reason}, og tryk på {button}.',
        'Så står der {done} Adgangen er væk ved næste log-in.',
      ],
    },
    decide: {
      title: 'Svar på en anmodning',
      steps: [
        'Åbn {requests}. Den, der har ventet længst, står øverst.',
        'Tryk på {request}. Du ser, hvem det er, hvad de beder om, og hvad det vil give.',
        'Tryk på {approve}. Så står der {approved}',
      ],
      note: 'Du kan også godkende med mindre, spørge eller afvise. Er rollen følsom, skal to godkende. Din egen afgør en anden.',
      picture: 'En anmodning på én side: hvem, hvad, hvorfor, og hvad den giver.',
    },
    ask: {
      title: 'Spørg, før du svarer på en anmodning',
      steps: [
        'Åbn {requests}, og tryk på {request}.',
        'Tryk på {question}.',
        'Skriv dit spørgsmål under {words}, og tryk på {send}.',
        'Så står der {returned} Anmodningen venter, til der er svar.',
      ],
    },
    change: {
      title: 'Ret en rolle, for eksempel den sidste dag',
      steps: [
        'Åbn {home}. Skriv kollegaens navn under {find}, og tryk på {findNow}.',
        'Tryk på {change} ud for rollen.',
        'Skriv den nye dag under {until}, og tryk på {check}.',
        'Se, hvad der stod før, og hvad der kommer til at stå. Tryk på {save}.',
        'Så står der {saved}',
      ],
    },
    tryOut: {
      title: 'Se, hvad et log-in vil give, før du giver noget',
      steps: [
        'Åbn {home}. Skriv kollegaens navn under {find}, og tryk på {findNow}.',
        'Tryk på {simulate}, og vælg {service}.',
        'Tryk på {show}. Under {result} står, om kollegaen kommer ind, og med hvilke roller.',
      ],
      note: 'Du ændrer intet ved at prøve.',
    },
    move: {
      title: 'Flyt en medarbejder til en anden enhed',
      steps: [
        'Åbn {home}. Skriv kollegaens navn under {find}, og tryk på {findNow}.',
        'Tryk på {move}, vælg enheden under {to}, og tryk på {next}.',
        'Vælg for hver rolle, om den skal følge med.',
        'Skriv hvorfor under {reason}, og tryk på {button}.',
        'Så står der {done}',
      ],
    },
    suspend: {
      title: 'Spær en konto, og åbn den igen',
      steps: [
        'Åbn {home}. Skriv kollegaens navn under {find}, og tryk på {findNow}.',
        'Tryk på {suspend}. Læs, hvad der sker.',
        'Skriv hvorfor under {reason}, og tryk på {button}.',
        'Så står der {done} Åbne log-in slutter med det samme.',
        'Skal den åbnes igen, så tryk på {reopen}, skriv hvorfor under {reason}, og tryk på {reopenButton}.',
      ],
      note: 'Er kollegaen stoppet for altid, så lad kontoen ophøre i stedet. Det kan ikke gøres om.',
    },
    bulk: {
      title: 'Ret mange på én gang',
      steps: [
        'Åbn {bulk}.',
        'Sæt rækkerne fra dit regneark ind under {pasted}, og skriv hvorfor under {reason}.',
        'Tryk på {check}. Du ser hver række, før der sker noget.',
        'Tryk på {apply}.',
      ],
      note: 'Var det forkert, så tryk på {undo} på samme side. Hent en skabelon dér, hvis du begynder forfra.',
    },
    review: {
      title: 'Svar på den periodiske kontrol',
      steps: [
        'Åbn {reviews}, og tryk på {review}.',
        'Se først på dem, der står øverst: dér er noget usædvanligt.',
        'Vælg for hver af dem, for eksempel {keep}, og tryk på {save}.',
        'Er resten i orden, så tryk på {keepRest}.',
      ],
      note: 'Det, du fjerner, stopper med det samme, og du kan fortryde i 14 dage. Ingen svarer for sig selv. Svarer ingen i tide, stopper rollen.',
      picture: 'En kontrol: de usædvanlige roller øverst, hver med sit svar.',
    },
    emergency: {
      title: 'Gennemgå en nødadgang',
      steps: [
        'Åbn {emergencies}, og tryk på {person}.',
        'Læs begrundelsen, og vælg {yes}, hvis det var i orden.',
        'Tryk på {send}. Så står der {saved}',
      ],
      note: 'Var det ikke i orden, så skriv hvorfor. Personen kan læse det.',
    },
    away: {
      title: 'Aftal, hvem der træder ind, når du er væk',
      steps: [
        'Åbn {away}.',
        'Skriv dagene under {from} og {until}.',
        'Vælg under {standIn}, og tryk på {save}. Så står der {saved}',
      ],
      note: 'Din stedfortræder får besked om anmodninger i de dage.',
    },
    extract: {
      title: 'Hent et udtræk over, hvem der har hvad',
      steps: ['Åbn {extract}, og vælg dagen under {day}.', 'Tryk på {download}.'],
      note: 'At du henter det, kommer til at stå i loggen.',
    },
    help: {
      title: 'Hvem kan hjælpe?',
      steps: [
        'Er der noget, du ikke må i administrationen, så spørg overbrugeradministratoren i din egen organisation.',
        'Mangler organisationen en hel tjeneste, så spørg servicedesk. Det er ikke noget, du selv kan give.',
        'Servicedesk har telefon {phone} og mail {mail}. Skriv aldrig CPR-numre i en mail.',
      ],
    },
  },
}

export type AdministratorText = typeof da
