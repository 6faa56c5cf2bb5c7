/** Which organisations may use which demo services. The physiotherapists have no grant of the medication record, on purpose. */
import { cvr, sor } from './organisations.ts'
import type { ServiceKey } from './services.ts'

interface SandboxGrant {
  cvr: string
  service: ServiceKey
  roles?: string[]
  ceilings?: { sor?: string[] }
  from: string
}

const from = '2024-01-01'

export const grants: SandboxGrant[] = [
  { cvr: cvr.region, service: 'medicinkort', roles: ['laege', 'sygeplejerske'], from },
  { cvr: cvr.region, service: 'henvisning', from },
  {
    cvr: cvr.region,
    service: 'indberetning',
    ceilings: { sor: [sor.medicalWard, sor.psychiatricWard] },
    from,
  },
  { cvr: cvr.municipality, service: 'medicinkort', roles: ['sygeplejerske'], from },
  {
    cvr: cvr.municipality,
    service: 'henvisning',
    roles: ['behandler', 'visitator', 'laeseadgang'],
    ceilings: { sor: [sor.homeCareEast, sor.referralOffice] },
    from,
  },
  { cvr: cvr.havnegade, service: 'medicinkort', roles: ['laege', 'medhjaelp'], from },
  { cvr: cvr.havnegade, service: 'henvisning', from },
  { cvr: cvr.fjordvej, service: 'medicinkort', roles: ['laege', 'medhjaelp'], from },
  { cvr: cvr.fjordvej, service: 'henvisning', from },
  { cvr: cvr.onCall, service: 'henvisning', from },
  { cvr: cvr.pharmacy, service: 'medicinkort', roles: ['apotek'], from },
  { cvr: cvr.midwives, service: 'indberetning', roles: ['indberetter'], from },
  { cvr: cvr.dentist, service: 'medicinkort', roles: ['medhjaelp'], from },
  { cvr: cvr.dentist, service: 'henvisning', roles: ['henviser'], from },
  { cvr: cvr.physiotherapy, service: 'henvisning', roles: ['behandler'], from },
]
