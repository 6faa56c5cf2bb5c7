/** Short ways to write the log-ins of made-up people. */
import type { AssuranceLevel } from '../../src/base/assurance.ts'
import type { ProviderKey } from '../data/providers.ts'
import { type PersonaLogIn, personSubject, professionalSubject, uuidOf } from './persona.ts'

/** MitID Erhverv, on behalf of an organisation. `part` tells a person's organisations apart. */
export function mitIdErhverv(person: number, cvr: string, part = 1, assurance: AssuranceLevel = 'High'): PersonaLogIn {
  const professionalUuid = uuidOf(person, part)
  return {
    provider: 'nemlogin',
    kind: 'professional',
    assurance,
    cvr,
    subject: professionalSubject(professionalUuid),
    professionalUuid,
    rid: ridOf(person, part),
  }
}

/** MitID Privat, as a private person. */
export function mitIdPrivat(person: number): PersonaLogIn {
  return { provider: 'nemlogin', kind: 'person', assurance: 'Substantial', subject: personSubject(uuidOf(person, 0)) }
}

/** A local log-in that names people as OIOSAML 3 has it. */
export function localLogIn(
  provider: ProviderKey,
  person: number,
  cvr: string,
  assurance: AssuranceLevel = 'Substantial',
): PersonaLogIn {
  return { ...mitIdErhverv(person, cvr, 1, assurance), provider }
}

/** Praksis-login names people by user names of its own, and SEB has been told whose they are. */
export function praksisLogIn(userName: string, cvr: string): PersonaLogIn {
  return {
    provider: 'praksis',
    kind: 'professional',
    assurance: 'Substantial',
    cvr,
    subject: `${userName}@praksis.seb-demo.example`,
  }
}

/** What an account must carry for the log-ins above to find it. */
export function known(person: number, part = 1): { professionalUuid: string; rid: string } {
  return { professionalUuid: uuidOf(person, part), rid: ridOf(person, part) }
}

function ridOf(person: number, part: number): string {
  return String(99_000_000 + person * 10 + part)
}
