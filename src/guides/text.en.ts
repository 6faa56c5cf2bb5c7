/** The words around the guides, English. */
import type { GuideText } from './text.da.ts'

export const en: GuideText = {
  title: 'Guides',
  lead: 'Choose who you are, or search for what you want to do.',
  search: 'Search the guides',
  searchNow: 'Search',
  resultTitle: 'Guides about “{query}”',
  found: '{count} tasks match',
  foundOne: '1 task matches',
  noneFound: 'No tasks match',
  noneFoundNext: 'Try a single word, such as “role” or “request”. Or call the service desk on {phone}.',
  all: 'See all guides',
  mitId: {
    title: 'MitID Erhverv or MitID Privat?',
    professional: 'With MitID Erhverv you log in for your workplace, and see what your work calls for.',
    person: 'With MitID Privat you log in as a citizen, and see only your own information.',
  },
  contents: 'On this page',
  legend: 'What you press stands in {press}. What you fill in stands in {field}.',
  legendPress: 'bold',
  legendField: 'italics',
  others: 'Other guides',
}
