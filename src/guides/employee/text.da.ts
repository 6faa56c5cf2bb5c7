/** The guide for employees, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  title: 'Sådan gør du som medarbejder',
  who: 'Jeg er medarbejder',
  lead: 'Log ind, bed om adgang, se hvad du må, og få hjælp, når du bliver afvist.',
  tasks: {
    logIn: {
      title: 'Log ind på en tjeneste med MitID Erhverv',
      steps: [
        'Åbn tjenesten, og log ind derfra. Den sender dig til SEB.',
        'Tryk på {professional}. Så logger du ind for din arbejdsplads.',
        'Vælg {you}. Bagefter er du inde i tjenesten.',
      ],
      picture: 'Siden, hvor man vælger, hvordan man logger ind: NemLog-in eller Lokal IdP.',
    },
    local: {
      title: 'Log ind med din arbejdsplads’ eget log-in',
      steps: [
        'Åbn tjenesten, og log ind derfra. Den sender dig til SEB.',
        'Tryk på {local}.',
        'Skriv din region, kommune eller arbejdsplads under {search}, og tryk på {find}.',
        'Tryk på {provider}.',
        'Vælg {you}, eller skriv dit brugernavn og din adgangskode.',
      ],
      note: 'Sæt flueben ved {remember}, hvis computeren kun er din. Så spørger vi ikke igen.',
    },
    whom: {
      title: 'Vælg, hvem du logger ind for',
      steps: [
        'Har du konto flere steder, spørger SEB: {question}',
        'Tryk på {workplace}. Tjenesten får kun dine roller dér.',
      ],
      note: 'Skal du skifte, så log ud, og log ind igen.',
    },
    refused: {
      title: 'Hvis du bliver afvist',
      steps: [
        'Læs den øverste linje på siden. Den siger hvorfor.',
        'Se under {checks}, hvad der virkede, og hvad der manglede.',
        'Kan du bede om adgangen, så tryk på {ask}. Det, vi ved, er udfyldt.',
        'Vælg {role}, hvis siden spørger, hvilken du skal have.',
        'Skriv én sætning under {reason}, og tryk på {toCheck}.',
        'Læs det igennem, og tryk på {send}. Så står der {sent}',
      ],
      note: 'Ringer du til servicedesk på {phone}, så opgiv nummeret nederst på siden. Så kan de se, hvad der skete.',
      picture: 'En side, der siger, at man mangler en rolle, med en knap til at bede om den.',
    },
    newHere: {
      title: 'Bliv oprettet på en ny arbejdsplads',
      steps: [
        'Åbn {ask}, og log ind for din nye arbejdsplads.',
        'Tryk på {newHere}.',
        'Vælg {unit}.',
        'Vælg {service}.',
        'Vælg {role}. Det, dine kolleger har, står først.',
        'Skriv under {reason}, hvad du skal bruge den til, og din mail under {email}.',
        'Tryk på {toCheck}, læs det igennem, og tryk på {send}.',
        'Så står der {sent}',
      ],
    },
    invitation: {
      title: 'Tag imod en invitation',
      steps: [
        'Åbn linket i mailen, og tryk på {accept}.',
        'Log ind med {logIn}.',
        'Er det dig, der står på siden, så tryk på {confirm}.',
        'Så står der {taken}. Dine roller virker, næste gang du logger ind på en tjeneste.',
      ],
      note: 'Linket virker i 14 dage og kun én gang. Send det ikke videre.',
    },
    ask: {
      title: 'Bed om en rolle mere',
      steps: [
        'Åbn {ask}, og tryk på {more}.',
        'Vælg {service}.',
        'Vælg {role}. Det, dine kolleger har, står først.',
        'Skriv under {reason}, hvad du skal bruge den til.',
        'Tryk på {toCheck}, læs det igennem, og tryk på {send}.',
        'Så står der {sent}',
      ],
      note: 'Du får besked, når der er svar. Rollen virker, næste gang du logger ind.',
      picture: 'Det sidste trin i en anmodning: alt, hvad man har valgt, og knappen til at sende den.',
    },
    follow: {
      title: 'Følg din anmodning, eller træk den tilbage',
      steps: [
        'Åbn {requests}, og tryk på {request}.',
        'Under {where} står, hvem der har den, og hvad det plejer at tage.',
        'Har du ikke brug for den mere, så tryk på {withdraw}.',
      ],
    },
    mine: {
      title: 'Se, hvad du må, og hvem der har set på det',
      steps: [
        'Åbn {mine}.',
        'For hver tjeneste står dine roller, hvad de gælder for, og til hvornår.',
        'Tryk på {why} ved en rolle. Så står der, hvem der gav den, og hvad den bygger på.',
        'Nederst, under {events}, ser du, hvem der har set eller ændret din adgang.',
      ],
      picture: 'Min adgang: rollerne i hver tjeneste, hvad de gælder for, og til hvornår.',
    },
    lose: {
      title: 'Slip for en rolle, du ikke bruger',
      steps: ['Åbn {mine}, og tryk på {lose} ved rollen.', 'Skriv under {reason}, og tryk på {send}.'],
      note: 'Rollen gælder, til din brugeradministrator har fjernet den.',
    },
    administrator: {
      title: 'Find ud af, hvem jeres administrator er',
      steps: [
        'Åbn {missing}. Der står, hvem der giver adgang hos jer.',
        'Er den, der står, stoppet, eller er der ingen, så tryk på {gone}.',
        'Skriv dit nummer under {phone}, og tryk på {send}.',
        'Så står der {received}',
      ],
      note: 'Mangler du kun adgang, behøver du ikke vide, hvem det er: din anmodning når frem af sig selv.',
    },
    emergency: {
      title: 'Tag nødadgang, når det ikke kan vente',
      steps: [
        'Log ind på tjenesten. På den side, der afviser dig, tryk på {emergency}.',
        'Er der flere roller, så vælg den, du har brug for.',
        'Skriv under {reason}, og tryk på {now}.',
        'Så står der {yours} Du kan gå videre til tjenesten med det samme.',
      ],
      note: 'Det er til nødsituationer. Administratorerne får besked og ser bagefter på, om det var i orden.',
    },
    messages: {
      title: 'Vælg, hvad du får mail om',
      steps: [
        'Åbn {notices}, og tryk på {settings}.',
        'Vælg for hver slags, om du vil have mail med det samme, samlet eller slet ikke.',
        'Tryk på {save}. Så står der {saved}',
      ],
    },
    status: {
      title: 'Få mail, når noget er nede',
      steps: [
        'Åbn {subscribe}, og skriv din mailadresse under {address}.',
        'Vælg, hvad du vil høre om, og tryk på {ask}.',
        'Så står der {asked}. Tryk på linket i mailen, og sig ja.',
      ],
      note: 'Hver mail har et link, så du kan afmelde dig med ét tryk.',
    },
    logOut: {
      title: 'Log ud',
      steps: [
        'Åbn {logOut}, og tryk på {confirm}.',
        'Så står der {out}. Sidder andre ved computeren, så luk også browseren.',
      ],
    },
  },
}

export type EmployeeText = typeof da
