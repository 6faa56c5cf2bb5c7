/** The guide for users of DNHF, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  title: 'DNHF: henvisninger, roller og adgang',
  who: 'Jeg bruger DNHF (henvisninger)',
  lead: 'Den Nationale HenvisningsFormidling: hvilken rolle du skal have, hvordan du får den, og hvordan du giver den.',
  tasks: {
    roles: {
      title: 'Hvilken rolle skal du have?',
      steps: [
        'Henviser: du er læge eller tandlæge og sender henvisninger. Rollen gælder for klinikkens ydernummer.',
        'Henviser på vegne af: du er sekretær og skriver henvisninger, som en læge i klinikken sender. Den skal have klinikkens ydernummer.',
        'Behandler: du henter de henvisninger, der er sendt til din enhed. Den skal have enhedens SOR-nummer.',
        'Behandlers sekretær: du henter henvisninger for en behandler. Den skal have enhedens SOR-nummer.',
        'Visitator: du ser og fordeler alle henvisninger til enheden. Den skal have enhedens SOR-nummer, og to skal godkende en anmodning om den.',
        'Læseadgang: du ser henvisninger uden at ændre noget.',
      ],
      note: 'Vælg den, der giver mindst. Du kan have flere.',
    },
    ask: {
      title: 'Bed om en rolle i DNHF',
      steps: [
        'Åbn {ask}, og tryk på {more}.',
        'Vælg {service}.',
        'Vælg {role}.',
        'Skriv klinikkens ydernummer eller enhedens SOR-nummer, hvis det ikke står der allerede.',
        'Skriv under {reason}, hvad du skal bruge den til.',
        'Tryk på {toCheck}, læs det igennem, og tryk på {send}.',
        'Så står der {sent}',
      ],
      picture: 'Siden, hvor man vælger mellem rollerne i DNHF.',
    },
    clinic: {
      title: 'Giv en sekretær rollen »Henviser på vegne af«',
      steps: [
        'Åbn {home}. Skriv sekretærens navn under {find}, og tryk på {findNow}.',
        'Tryk på {assign}, og vælg {role}.',
        'Se efter, at klinikkens ydernummer er rigtigt. Det er hentet fra enheden.',
        'Skriv hvorfor under {why}, og tryk på {check}.',
        'Læs det igennem, og tryk på {give}. Så står der {given}',
      ],
      note: 'Samme vej giver du de andre roller. For Behandler og Visitator er det enhedens SOR-nummer, der skal stå der.',
    },
    logIn: {
      title: 'Log ind på DNHF',
      steps: [
        'Åbn DNHF, og log ind derfra.',
        'Har din region eller kommune sit eget log-in, så vælg det under {local}. Ellers tryk på {professional}.',
        'Vælg {you}.',
        'Har du konto flere steder, så vælg, hvem du er på arbejde for. Du får kun rollerne dér.',
      ],
    },
    refused: {
      title: 'Hvis DNHF siger nej',
      steps: [
        'Siger SEB, at du mangler en rolle, så bed om den på siden.',
        'Siger SEB, at din arbejdsplads ikke har tjenesten, så er det den sikkerhedsansvarlige, der beder om den.',
        'Er du inde, men kan ikke se en henvisning, så er det oftest nummeret, der er forkert. Se det på {mine}.',
      ],
    },
  },
}

export type DnhfText = typeof da
