/** The words of notices whatever their kind, Danish. English beside it has the same keys; the compiler checks. */
import type { Topic } from './topics.ts'

export const da = {
  /** Under the mail: why one gets it. */
  why: {
    employee: 'Du får mailen, fordi du er bruger hos {organisation}.',
    administrator: 'Du får mailen, fordi du er administrator hos {organisation}.',
    staff: 'Du får mailen, fordi du arbejder med SEB.',
  },
  settings: 'Du vælger selv, hvad du får mail om: {address}',
  /** What can be chosen for. */
  topics: {
    'own-access': 'Din adgang er givet, ændret eller taget tilbage',
    'own-requests': 'Svar på det, du har anmodet om',
    endings: 'Adgang, der snart slutter',
    'to-decide': 'Anmodninger, der venter på dig',
    employees: 'Det, andre gør med medarbejdernes adgang',
    reviews: 'Kontrol, du skal svare på',
    administration: 'Administratorer og tjenester',
    services: 'Ændringer af tjenester',
    organisations: 'Organisationer og deres administratorer',
    operation: 'Drift af SEB',
  } satisfies Record<Topic, string>,
  /** The mail of the morning. */
  digest: {
    subject: '{count} nye beskeder i SEB',
    subjectOne: 'En ny besked i SEB',
    lead: 'Det her er der sket, siden du sidst fik den samlede mail:',
    link: 'Læs dem i SEB',
    why: 'Du får mailen kl. 7, når der er noget, som du har valgt at få samlet.',
  },
}

export type NoticeText = typeof da
