/** Roles that belong together for a kind of work, in the organisations whose administrators one can be. */
import { cvr } from './organisations.ts'

const ofUnit = { enhed: 'unit' as const }

export const bundles = [
  {
    cvr: cvr.havnegade,
    key: 'ny-sekretaer',
    name: 'Ny sekretær i klinikken',
    description: 'Til dem, der tager telefonen og skriver for lægerne.',
    roles: [
      { service: 'medicinkort', role: 'medhjaelp', scopes: { klinik: 'unit' as const } },
      { service: 'henvisning', role: 'henviser-paa-vegne-af', scopes: { klinik: 'unit' as const } },
      { service: 'henvisning', role: 'laeseadgang' },
    ],
  },
  {
    cvr: cvr.municipality,
    key: 'ny-hjemmesygeplejerske',
    name: 'Ny hjemmesygeplejerske',
    description: 'Kræver autorisation som sygeplejerske.',
    roles: [
      { service: 'medicinkort', role: 'sygeplejerske', scopes: ofUnit },
      { service: 'henvisning', role: 'behandler', scopes: ofUnit },
    ],
  },
]
