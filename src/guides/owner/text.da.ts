/** The guide for service owners, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  title: 'Sådan gør du som tjenesteejer',
  who: 'Jeg ejer en tjeneste',
  lead: 'Hold tjenestens roller, oplysninger og metadata ved lige. I produktion beder du om ændringen, og systemforvaltningen svarer.',
  tasks: {
    role: {
      title: 'Ret en rolle',
      steps: [
        'Åbn {service}, og tryk på {role}.',
        'Tryk på {change}, og ret det, der skal rettes, for eksempel {description}.',
        'Skriv under {why}, og tryk på {ask}.',
        'Så står der {sent}',
      ],
      note: 'Skriv, hvad man må med rollen. Den, der giver den, vælger ud fra det.',
    },
    newRole: {
      title: 'Opret en ny rolle',
      steps: [
        'Åbn {service}, og tryk på {create}.',
        'Skriv en nøgle under {key}. Den kan ikke ændres.',
        'Skriv navnet under {nameDa} og {nameEn}.',
        'Skriv, hvad man må, under {descriptionDa} og {descriptionEn}.',
        'Skriv under {privileges}, hvad tjenesten skal have at vide.',
        'Tryk på {save}. Rollen er en kladde, og ingen kan få den endnu.',
      ],
      note: 'Tag den i brug fra rollens side, når den er rigtig.',
    },
    metadata: {
      title: 'Tjek dine metadata',
      steps: [
        'Åbn {checkPage}.',
        'Sæt tjenestens metadata ind under {xml}, og tryk på {check}.',
        'Der står, hvad der skal rettes, og hvad der er i orden.',
      ],
    },
    keys: {
      title: 'Skift en nøgle',
      steps: [
        'Lav metadata med både den gamle og den nye nøgle.',
        'Åbn {service}, og tryk på {newMetadata}.',
        'Sæt dem ind, se, hvad det ændrer, og send ønsket.',
        'Tag den nye i brug i tjenesten, når ønsket er godkendt.',
        'Send så metadata uden den gamle nøgle.',
      ],
      note: 'Begynd i god tid. Udløber certifikatet, kan ingen logge ind.',
    },
    use: {
      title: 'Se, hvem der bruger tjenesten',
      steps: [
        'Åbn {service}, og tryk på {see}.',
        'Der står, hvilke organisationer der har adgang, og hvor mange der har en rolle.',
      ],
    },
    retire: {
      title: 'Udfas en rolle',
      steps: [
        'Åbn {service}, og tryk på {role}.',
        'Tryk på {retire}. Der står, hvor mange den holder op med at gælde for.',
        'Skriv den sidste dag under {lastDay}.',
        'Skriv under {why}, og tryk på {ask}.',
      ],
      note: 'Giv organisationerne tid: den rolle, der afløser, skal deres administratorer selv give.',
    },
    conflict: {
      title: 'Sig, hvilke roller der ikke går sammen',
      steps: [
        'Åbn {conflicts}, og tryk på {add}.',
        'Giv reglen et navn under {nameDa} og {nameEn}.',
        'Sæt mærke ved {one} og {other}.',
        'Vælg {blocked}, og tryk på {save}. Så står der {saved}',
      ],
      note: 'Ingen får roller taget fra sig, men administratorerne kan se, hvem der har begge.',
    },
    follow: {
      title: 'Følg et ændringsønske',
      steps: ['Åbn {requests}.', 'Dem, der venter, står øverst. Tryk på et for at se svaret eller trække det tilbage.'],
    },
  },
}

export type OwnerText = typeof da
