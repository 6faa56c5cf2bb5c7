/** The words of an administrator's first page, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  menu: 'Overblik',
  title: 'Dagens arbejde',
  waits: 'Hold øje med',
  nothing: 'Der er ikke noget, du skal tage stilling til.',
  nothingNext:
    'Her kommer det til at stå, når roller eller konti snart slutter, eller en invitation ikke bliver besvaret.',
  review: {
    one: 'rolle venter på dit svar i den periodiske kontrol',
    many: 'roller venter på dit svar i den periodiske kontrol',
  },
  requests: { one: 'anmodning venter på dig', many: 'anmodninger venter på dig' },
  endings: 'De første, der slutter',
  ending: '{person} mister {role} i {service} efter {date}.',
  work: {
    requested: { one: 'medarbejder har bedt om en konto', many: 'medarbejdere har bedt om en konto' },
    'roles-ending': {
      one: 'medarbejder har en rolle, der slutter inden 30 dage',
      many: 'medarbejdere har roller, der slutter inden 30 dage',
    },
    'account-ending': {
      one: 'medarbejder har en konto, der slutter inden 30 dage',
      many: 'medarbejdere har en konto, der slutter inden 30 dage',
    },
    'not-seen': {
      one: 'medarbejder har ikke logget ind i 90 dage',
      many: 'medarbejdere har ikke logget ind i 90 dage',
    },
    invited: {
      one: 'medarbejder har ikke svaret på en invitation',
      many: 'medarbejdere har ikke svaret på en invitation',
    },
  },
  fewChiefs: {
    one: 'Kun én overbrugeradministrator har logget ind de sidste 90 dage',
    none: 'Ingen overbrugeradministrator har logget ind de sidste 90 dage',
    effect:
      'Uden en overbrugeradministrator kan ingen udpege administratorer, og organisationen må vente på servicedesk.',
    appoint: 'Udpeg en mere',
  },
  find: 'Find en medarbejder',
  findNow: 'Find',
  howTo: {
    title: 'Sådan gør du',
    tasks: {
      give: 'Giv en kollega læseadgang til og med fredag',
      why: 'Se, hvorfor nogen har en rettighed',
      create: 'Opret en ny medarbejder',
      takeBack: 'Tag en rolle tilbage',
      ask: 'Hvem kan hjælpe?',
    },
  },
  lately: 'Sket for nylig',
  noChanges: 'Her kommer det til at stå, når nogen opretter medarbejdere eller giver og fjerner adgang.',
  you: 'Du',
  someRole: 'en rolle',
  changes: {
    'account.added': '{actor} oprettede {person}',
    'account.changed': '{actor} ændrede kontoen for {person}',
    'account.activated': '{actor} godkendte kontoen for {person}',
    'account.corrected': '{actor} rettede de numre, {person} kendes på',
    'account.moved': '{actor} flyttede {person} til en anden enhed',
    'account.suspended': '{actor} spærrede kontoen for {person}',
    'account.reopened': '{actor} åbnede kontoen for {person} igen',
    'account.ended': '{actor} lod kontoen for {person} ophøre',
    'invitation.sent': '{actor} inviterede {person}',
    'invitation.withdrawn': '{actor} trak invitationen til {person} tilbage',
    'invitation.accepted': '{person} tog imod sin invitation',
    'role-assignment.added': '{actor} gav {person} rollen {role}',
    'role-assignment.changed': '{actor} ændrede rollen {role} for {person}',
    'role-assignment.withdrawn': '{actor} tog rollen {role} tilbage fra {person}',
  },
}

export type OverviewText = typeof da
