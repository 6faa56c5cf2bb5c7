/** What SEB owes people to say of accessibility, privacy and cookies, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  accessibility: {
    title: 'Tilgængelighedserklæring',
    lead: 'Alle skal kunne bruge SEB. Her står, hvor langt vi er, og hvad du gør, hvis noget driller.',
    sections: {
      duty: {
        title: 'Hvem og hvad',
        text: [
          '{operator} er forpligtet til at gøre SEB tilgængelig efter lov om tilgængelighed af offentlige organers websteder og mobilapplikationer.',
          'Erklæringen gælder SEB’s egne sider. Den gælder ikke MitID, lokale log-in og de tjenester, SEB leder til.',
        ],
      },
      status: {
        title: 'Overensstemmelsesstatus',
        text: [
          'SEB er delvist i overensstemmelse med EN 301 549 og WCAG 2.1 på niveau AA. Siderne er bygget efter WCAG 2.2 AA.',
        ],
      },
      limits: {
        title: 'Indhold, der ikke er tilgængeligt',
        text: [
          'Siderne er endnu ikke afprøvet af mennesker, der bruger skærmlæser eller andre hjælpemidler til daglig.',
          'Billederne i vejledningerne viser tekst. Det, de viser, står også i trinene ved siden af.',
          'Driftsbeskeder, der kun er skrevet på dansk, vises på dansk på de engelske sider.',
        ],
      },
      made: {
        title: 'Sådan er erklæringen lavet',
        text: [
          'Den bygger på vores egen vurdering. Hver side bliver prøvet af et program, hver gang SEB ændres: på dansk og engelsk, på en skærm på 320 punkter, og de vigtigste med tastatur alene og uden scripts.',
          'Erklæringen er sidst gennemgået {reviewed}.',
        ],
      },
      tell: {
        title: 'Sig det til os',
        text: [
          'Er der noget, du ikke kan bruge, så skriv til {mail}, eller ring på {phone}. Vi hjælper dig videre med det samme og retter det, vi kan.',
        ],
      },
      supervision: {
        title: 'Hvis vi ikke svarer godt nok',
        text: [
          'Digitaliseringsstyrelsen fører tilsyn med, at loven bliver fulgt. Du kan klage til dem på webtilgaengelighed@digst.dk.',
        ],
      },
    },
  },
  privacy: {
    title: 'Privatliv',
    lead: 'Hvad SEB ved om dig, hvem der får det at vide, og hvor længe vi har det.',
    sections: {
      who: {
        title: 'Hvem er ansvarlig?',
        text: [
          '{operator} er dataansvarlig for SEB. Spørgsmål om dine oplysninger sendes til {dataMail}.',
          'Din arbejdsplads er dataansvarlig for, hvem den giver adgang, og tjenesten for det, du gør i den.',
        ],
      },
      what: {
        title: 'Hvad vi ved om dig',
        text: [
          'Det, dit log-in fortæller: dit navn, din arbejdsplads, og hvad du kendes på. Kommer dit CPR-nummer med, er det krypteret hos os.',
          'Det, din arbejdsplads skriver: din mailadresse, din enhed og dine roller, og hvorfor du har dem.',
          'Det, du selv skriver: anmodninger, svar og sager hos servicedesk.',
          'Hvad der sker: hvornår du logger ind på hvilken tjeneste, fra hvilken netværksadresse, og hvem der har set eller ændret din adgang.',
        ],
      },
      why: {
        title: 'Hvad vi bruger det til',
        text: [
          'Til at lade dig logge ind, og til at sige til tjenesten, hvad du må. Det er en opgave i samfundets interesse (databeskyttelsesforordningen, artikel 6, stk. 1, litra e).',
          'Til at kunne vise bagefter, hvem der havde adgang til hvad. Det kræver sikkerheden i sundhedsvæsenet.',
          'Vi bruger det ikke til andet, og ingen afgørelse om dig træffes af en maskine alene.',
        ],
      },
      told: {
        title: 'Hvem får det at vide?',
        text: [
          'En tjeneste får det, der er aftalt med den, når du logger ind på den. Den kender dig under sit eget navn for dig.',
          'Administratorerne på din arbejdsplads ser din konto og dine roller. Servicedesk ser det, der skal til for at hjælpe dig.',
          'At nogen ser på dig, bliver skrevet. Du kan se det under {mine}.',
        ],
      },
      howLong: {
        title: 'Hvor længe?',
        text: [
          'Et log-in, der er i gang, slettes inden for et døgn, efter at det er slut. Hvor du har været logget ind, slettes 30 dage efter, at det sidst var i brug.',
          'Mails mister deres indhold, når de er sendt. Beskeder i SEB slettes efter 400 dage.',
          'En sag hos servicedesk slettes 800 dage efter, at den er løst. Det, der var vedhæftet, slettes efter 90 dage.',
          'Din konto, dine roller og anmodninger bliver stående, også når de er slut, så det kan ses, hvem der havde hvad.',
          'Får du driftsbeskeder på mail, slettes din adresse, når du afmelder dig.',
          'Loggen slettes ikke. Den er forseglet, så ingen kan ændre den, og den indeholder ingen CPR-numre.',
        ],
      },
      rights: {
        title: 'Dine rettigheder',
        text: [
          'Du kan se det meste selv under {mine}. Du har ret til at få indsigt, til at få forkerte oplysninger rettet og til at gøre indsigelse.',
          'Du har ret til at få slettet oplysninger, når vi ikke længere må have dem. Skriv til {dataMail}.',
          'Du kan klage til Datatilsynet, www.datatilsynet.dk.',
        ],
      },
    },
  },
  cookies: {
    title: 'Cookies',
    lead: 'SEB bruger kun sine egne cookies, og kun for at siderne kan virke. Ingen følger dig, og intet deles med andre.',
    name: 'Navn',
    what: 'Hvad den gør',
    kept: 'Hvor længe',
    list: {
      seb_session: {
        what: 'Husker, at du er logget ind.',
        kept: 'Til du lukker browseren. Log-in slutter efter {idle} minutter uden brug og senest efter {hours} timer.',
      },
      seb_browser: {
        what: 'Holder øje med, at et log-in kommer tilbage til den browser, det begyndte i.',
        kept: 'Til du lukker browseren.',
      },
      seb_lang: { what: 'Husker det sprog, du har valgt.', kept: 'Et år.' },
      seb_husket: {
        what: 'Husker det log-in, du har sat flueben ved at huske.',
        kept: 'Et år, eller til du glemmer det.',
      },
      seb_sidst: { what: 'Viser det log-in, du brugte sidst, øverst.', kept: 'Et år.' },
      seb_invitation: { what: 'Holder fast i en invitation, mens du logger ind.', kept: 'En time.' },
      seb_enrolment: { what: 'Åbner den tilmelding, du er ved at udfylde.', kept: 'Otte timer.' },
      seb_enrolment_sign: {
        what: 'Holder fast i en tilmelding, mens du logger ind for at underskrive.',
        kept: 'En time.',
      },
    },
    prefix:
      'I browseren står der __Host- foran navnet. Det betyder, at ingen andre websteder kan læse eller skrive den.',
    remembered: {
      title: 'Vil du have os til at glemme?',
      text: 'Du kan se og glemme de log-in, vi husker, på {remembered}. Alle cookies kan slettes i din browser; så skal du logge ind igen.',
    },
    why: 'Alle er nødvendige for det, du beder siden om. Derfor spørger vi ikke om lov først.',
  },
}

export type StatementText = typeof da
