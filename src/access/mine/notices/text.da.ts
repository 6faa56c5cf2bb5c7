/** The words of "Beskeder", Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  title: 'Beskeder',
  lead: 'Det, SEB har fortalt dig, det nyeste først.',
  settings: 'Vælg, hvad du får mail om',
  allRead: 'Markér alle som læst',
  fresh: 'Ny',
  markRead: 'Markér som læst',
  markReadWhat: ': {subject}',
  read: 'Læst {time}',
  only: 'Viser kun: {topic}.',
  all: 'Vis alle beskeder',
  none: 'Du har ingen beskeder.',
  noneNext:
    'Her står det, når din adgang bliver ændret, når noget venter på dig, og når noget slutter. Det vigtigste får du også som mail.',
  unknown: {
    subject: 'Der er sket noget i {organisation}',
    body: 'Beskeden er fra en tidligere udgave af SEB.',
    link: 'Gå videre',
  },
  turn: {
    title: 'Skift, hvem du handler for',
    lead: 'Beskeden er til dig som {capacity} hos {for}. Lige nu handler du for {now}.',
    go: 'Handl for {for}, og gå videre',
    back: 'Til dine beskeder',
  },
  choose: {
    title: 'Hvad du får mail om',
    lead: 'Alt kan altid læses under Beskeder. Her vælger du, hvad der også kommer som mail, når du er {capacity}.',
    where: 'Valget gælder for {for}. Handler du også for andre, så vælger du for sig hos dem.',
    address: 'Mail sendes til {email}.',
    noAddress: 'SEB kender ikke din mailadresse, så du får ingen mail. Bed din brugeradministrator skrive den.',
    refused: 'Den seneste mail til dig kom ikke frem. Bed din brugeradministrator rette din mailadresse.',
    mandatory: 'Det, du skal vide med det samme, såsom nødadgang og sikkerhed, sendes altid.',
    noneForbidden: '{organisation} har bestemt, at du som det mindste får en samlet mail om morgenen.',
    audiences: {
      employee: 'Dig selv',
      administrator: 'Som administrator',
      staff: 'Dit arbejde med SEB',
    },
    deliveries: {
      'at-once': 'Med det samme',
      digest: 'Samlet i én mail kl. 7',
      none: 'Ingen mail',
    },
    save: 'Gem valg',
    saved: 'Dine valg er gemt.',
    cancel: 'Fortryd',
    mistake: { title: 'Der er noget, der skal rettes', none: 'Vælg en af mulighederne for “{topic}”.' },
  },
  organisation: {
    title: 'For hele {organisation}',
    allowed: 'Jeres medarbejdere må vælge slet ikke at få mail. De kan stadig læse alt her i SEB.',
    notAllowed: 'Jeres medarbejdere får som det mindste en samlet mail om morgenen, når der er sket noget.',
    allow: 'Lad dem vælge ingen mail',
    forbid: 'Lad dem altid få en mail',
  },
}

export type MyNoticesText = typeof da
