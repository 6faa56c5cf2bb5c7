/** The identity providers of the sandbox: a test NemLog-in and three local ones. What they call themselves is made up. */
import type { AssuranceLevel } from '../../src/base/assurance.ts'
import type { Texts } from '../texts.ts'
import { cvr } from './organisations.ts'

export const providerKeys = ['nemlogin', 'nordhavn', 'vesterfjord', 'praksis'] as const

export type ProviderKey = (typeof providerKeys)[number]

export interface SandboxProvider {
  kind: 'nemlog-in' | 'local'
  names: Texts
  /** What stands on its tile. */
  letters: string
  /** Who it is and how it behaves, shown on its own page. */
  about: Texts
  category: 'national' | 'region' | 'municipality' | 'private'
  region: string | null
  municipality: string | null
  aliases: readonly string[]
  keywords: readonly string[]
  highestAssurance: AssuranceLevel
  allowedCvrs: readonly string[] | null
  /** NemLog-in refuses a log-in that is weaker than was asked for. Local providers often answer with what they have. */
  heedsRequestedLevel: boolean
  /** Not every provider knows the CPR number, or may tell it. */
  statesCpr: boolean
}

export const providers: Readonly<Record<ProviderKey, SandboxProvider>> = {
  nemlogin: {
    kind: 'nemlog-in',
    names: { da: 'Test-NemLog-in', en: 'Test NemLog-in' },
    letters: 'NL',
    about: {
      da: 'Spiller NemLog-in med MitID Erhverv og MitID Privat. Må tale for alle organisationer og oplyse niveauet Høj.',
      en: 'Plays NemLog-in with MitID Erhverv and MitID Privat. May speak for any organisation and state the level High.',
    },
    category: 'national',
    region: null,
    municipality: null,
    aliases: [],
    keywords: [],
    highestAssurance: 'High',
    allowedCvrs: null,
    heedsRequestedLevel: true,
    statesCpr: true,
  },
  nordhavn: {
    kind: 'local',
    names: { da: 'Region Nordhavn', en: 'Region Nordhavn' },
    letters: 'RN',
    about: {
      da: 'Spiller en regions eget log-in. Må kun tale for regionen selv og højst oplyse Betydelig.',
      en: 'Plays the log-in of a region. May speak for the region only, and state Substantial at most.',
    },
    category: 'region',
    region: 'Region Nordhavn',
    municipality: null,
    aliases: ['Nordhavn Hospital', 'RN'],
    keywords: ['hospital', 'sygehus', 'region'],
    highestAssurance: 'Substantial',
    allowedCvrs: [cvr.region],
    heedsRequestedLevel: false,
    statesCpr: true,
  },
  vesterfjord: {
    kind: 'local',
    names: { da: 'Vesterfjord Kommune', en: 'Vesterfjord Kommune' },
    letters: 'VK',
    about: {
      da: 'Spiller en kommunes eget log-in. Nogle ansatte har kun en adgangskode, så niveauet kan være for lavt.',
      en: 'Plays the log-in of a municipality. Some employees have only a password, so the level may be too low.',
    },
    category: 'municipality',
    region: 'Region Nordhavn',
    municipality: 'Vesterfjord',
    aliases: ['VFK', 'Vesterfjord'],
    keywords: ['hjemmepleje', 'kommune'],
    highestAssurance: 'Substantial',
    allowedCvrs: [cvr.municipality],
    heedsRequestedLevel: false,
    statesCpr: false,
  },
  praksis: {
    kind: 'local',
    names: { da: 'Praksis-login', en: 'Praksis-login' },
    letters: 'PL',
    about: {
      da: 'Spiller et log-in, som flere klinikker og et apotek deler. Det taler for tre CVR-numre og bruger sine egne brugernavne.',
      en: 'Plays a log-in shared by clinics and a pharmacy. It speaks for three CVR numbers and uses names of its own.',
    },
    category: 'private',
    region: null,
    municipality: null,
    aliases: ['Lægernes log-in', 'Apotekets log-in'],
    keywords: ['praksis', 'læge', 'klinik', 'apotek'],
    highestAssurance: 'Substantial',
    allowedCvrs: [cvr.havnegade, cvr.fjordvej, cvr.pharmacy],
    heedsRequestedLevel: false,
    statesCpr: false,
  },
}

export function isProviderKey(key: string | null | undefined): key is ProviderKey {
  return providerKeys.some((known) => known === key)
}
