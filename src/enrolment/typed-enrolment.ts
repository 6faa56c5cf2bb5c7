/** Everything that is typed of an enrolment, as it was typed: a draft keeps what is wrong too, so that nothing is lost. */
import { z } from 'zod'
import { organisationKinds } from '../access/management/organisations/organisation.store.ts'

const text = z.string().default('')

const unit = z.object({ name: text, sor: text, pNumber: text, ydernummer: text })

const person = z.object({ name: text, email: text, phone: text, function: text })

export const chiefChoices = ['sikkerhed', 'anden'] as const
export const signerChoices = ['sikkerhed', 'overbruger', 'anden'] as const

const typedEnrolment = z.object({
  organisation: z
    .object({
      cvr: text,
      name: text,
      kind: z.enum(organisationKinds).nullable().default(null),
      address: text,
      units: z.array(unit).default([]),
    })
    .prefault({}),
  people: z
    .object({
      officer: person.prefault({}),
      /** Whether the chief administrator is the security officer too, or somebody else. */
      chiefIs: z.enum(chiefChoices).nullable().default(null),
      chief: person.prefault({}),
      signerIs: z.enum(signerChoices).nullable().default(null),
      signer: person.prefault({}),
    })
    .prefault({}),
  serviceIds: z.array(z.string()).default([]),
})

export type TypedEnrolment = z.output<typeof typedEnrolment>
export type TypedOrganisation = TypedEnrolment['organisation']
export type TypedUnit = z.output<typeof unit>
export type TypedPerson = z.output<typeof person>
export type TypedPeople = TypedEnrolment['people']

/** Of the row. */
export function readStored(typed: unknown): TypedEnrolment {
  return typedEnrolment.parse(typed)
}

export const emptyUnit: TypedUnit = { name: '', sor: '', pNumber: '', ydernummer: '' }

/** Who is who, once each: one person may be all three. */
export function peopleOf({ officer, chiefIs, chief, signerIs, signer }: TypedPeople): {
  officer: TypedPerson
  chief: TypedPerson
  signer: TypedPerson
} {
  const theChief = chiefIs === 'sikkerhed' ? officer : chief
  return {
    officer,
    chief: theChief,
    signer: { sikkerhed: officer, overbruger: theChief, anden: signer }[signerIs ?? 'anden'],
  }
}

/** A unit without a name of its own is the organisation itself. */
export function unitsOf({ name, units }: TypedOrganisation): TypedUnit[] {
  return units
    .filter((one) => Object.values(one).some((value) => value !== ''))
    .map((one) => ({ ...one, name: one.name || name }))
}
