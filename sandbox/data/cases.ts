/** What people have asked the service desk, so that it has something to do. All made up. */
import type { NewCase } from '../../src/access/admin/case-port.ts'
import { rowOfForm } from '../../src/base/ids.ts'
import { cvr } from './organisations.ts'

const asked: readonly NewCase[] = [
  {
    kind: 'missing-administrator',
    subject: 'SEB 99010009 kender ikke vores administrator',
    words: 'Vi er en klinik med tre ansatte, og ingen ved, hvem der kan give os adgang til henvisninger.',
    name: 'Nina Søltoft',
    email: 'nina@seb-demo.example',
    phone: '12 34 56 78',
    language: 'da',
    source: 'mail',
    cvr: cvr.physiotherapy,
  },
  {
    kind: 'log-in-trouble',
    subject: 'Kan ikke logge ind fra hjemmet',
    words: 'Jeg får at vide, at mit log-in ikke er sikkert nok. På arbejdet virker det.',
    name: 'Jonas Bremer',
    email: 'jonas@seb-demo.example',
    phone: '23 45 67 89',
    language: 'da',
    source: 'form',
    cvr: cvr.municipality,
  },
  {
    kind: 'other',
    subject: 'How do I ask for a role for my colleague?',
    words: 'She starts on Monday and cannot ask herself yet.',
    name: 'Helle Vadum',
    email: 'helle@seb-demo.example',
    phone: '34 56 78 90',
    language: 'en',
    source: 'form',
    cvr: cvr.havnegade,
  },
]

/** Once, however often the sandbox is started. */
export const sandboxCases: readonly NewCase[] = asked.map((one, at) => ({
  ...one,
  id: rowOfForm(`case ${at}`, 'sandbox'),
}))
