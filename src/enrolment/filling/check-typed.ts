/** Says what is wrong with what was typed, as a sentence for each field, and reads the fields of each step. */

import { isWrong, type Wrong } from '../../access/management/fields.tsx'
import { organisationKinds } from '../../access/management/organisations/organisation.store.ts'
import { typedChoice, typedText } from '../../access/management/typed.ts'
import { isCvrNumber, plainCvr } from '../../base/cvr.ts'
import { readMailAddress } from '../../base/mail-address.ts'
import { isPhone } from '../../base/phone.ts'
import type { FormFields } from '../../web/form.ts'
import type { Language } from '../../web/languages.ts'
import { isPersonName } from '../stranger-names.ts'
import {
  chiefChoices,
  peopleOf,
  signerChoices,
  type TypedEnrolment,
  type TypedOrganisation,
  type TypedPeople,
  type TypedPerson,
  type TypedUnit,
  unitsOf,
} from '../typed-enrolment.ts'
import { fillingText } from './text.ts'

/** More than that come in later, when somebody can be given to administer them. */
export const mostUnits = 20

export const unitField = (number: number, field: 'navn' | 'sor' | 'pnummer' | 'ydernummer') =>
  `enhed-${number}-${field}`
export const personField = (who: Who, field: 'navn' | 'mail' | 'telefon' | 'stilling') => `${who}-${field}`

export type Who = 'sikkerhed' | 'overbruger' | 'underskriver'

export function readOrganisation(form: FormFields): TypedOrganisation {
  const units: TypedUnit[] = []
  for (let number = 1; number <= mostUnits && form.get(unitField(number, 'navn')) !== null; number++) {
    const digits = (field: 'sor' | 'pnummer' | 'ydernummer') =>
      typedText(form, unitField(number, field), 40).replace(/\s/g, '')
    units.push({
      name: typedText(form, unitField(number, 'navn'), 200),
      sor: digits('sor'),
      pNumber: digits('pnummer'),
      ydernummer: digits('ydernummer'),
    })
  }
  return {
    cvr: plainCvr(typedText(form, 'cvr', 40)),
    name: typedText(form, 'navn', 200),
    kind: typedChoice(form, 'art', organisationKinds),
    address: typedText(form, 'adresse'),
    units,
  }
}

export function readPeople(form: FormFields): TypedPeople {
  const person = (who: Who): TypedPerson => ({
    name: typedText(form, personField(who, 'navn'), 200),
    email: typedText(form, personField(who, 'mail')),
    phone: typedText(form, personField(who, 'telefon'), 40),
    function: typedText(form, personField(who, 'stilling'), 200),
  })
  return {
    officer: person('sikkerhed'),
    chiefIs: typedChoice(form, 'overbruger-er', chiefChoices),
    chief: person('overbruger'),
    signerIs: typedChoice(form, 'underskriver-er', signerChoices),
    signer: person('underskriver'),
  }
}

/** `isTaken`: SEB knows an organisation by that number. */
export function wrongOrganisation(typed: TypedOrganisation, isTaken: boolean, language: Language): Wrong {
  const text = fillingText[language].wrong
  const { cvr, name, kind, address } = typed
  return {
    ...(isCvrNumber(cvr) ? {} : { cvr: /^\d{8}$/.test(cvr) ? text.cvrDigit : text.cvr }),
    ...(isTaken ? { cvr: text.cvrTaken } : {}),
    ...(name === '' ? { navn: text.name } : {}),
    ...(kind ? {} : { art: text.kind }),
    ...(address === '' ? { adresse: text.address } : {}),
    ...Object.assign({}, ...typed.units.map((unit, at) => wrongUnit(typed, unit, at + 1, language))),
  }
}

function wrongUnit(organisation: TypedOrganisation, unit: TypedUnit, number: number, language: Language): Wrong {
  const text = fillingText[language].wrong
  const before = unitsOf({ ...organisation, units: organisation.units.slice(0, number - 1) })
  const [own] = unitsOf({ ...organisation, units: [unit] })
  const isTwice = own && before.some(({ name }) => name.toLowerCase() === own.name.toLowerCase())
  const shape = (field: 'sor' | 'pnummer' | 'ydernummer', value: string, pattern: RegExp, sentence: string) =>
    value === '' || pattern.test(value) ? {} : { [unitField(number, field)]: sentence }
  return {
    ...(isTwice ? { [unitField(number, 'navn')]: text.unitNameTwice } : {}),
    ...(unit.sor !== '' && before.some(({ sor }) => sor === unit.sor)
      ? { [unitField(number, 'sor')]: text.sorTwice }
      : {}),
    ...shape('sor', unit.sor, /^\d{6,18}$/, text.sor),
    ...shape('pnummer', unit.pNumber, /^\d{10}$/, text.pNumber),
    ...shape('ydernummer', unit.ydernummer, /^\d{6}$/, text.ydernummer),
  }
}

export function wrongPeople(typed: TypedPeople, language: Language): Wrong {
  const text = fillingText[language].wrong
  const { officer, chiefIs, chief, signerIs, signer } = typed
  const own = [
    { who: 'sikkerhed' as const, person: officer },
    ...(chiefIs === 'anden' ? [{ who: 'overbruger' as const, person: chief }] : []),
    ...(signerIs === 'anden' ? [{ who: 'underskriver' as const, person: signer }] : []),
  ]
  const twice = own.find(({ person }, at) =>
    own.slice(0, at).some((other) => other.person.email.toLowerCase() === person.email.toLowerCase()),
  )
  return {
    ...(twice && { [personField(twice.who, 'mail')]: text.sameEmail }),
    ...Object.assign({}, ...own.map(({ who, person }) => wrongPerson(who, person, language))),
    ...(chiefIs ? {} : { 'overbruger-er': text.chiefIs }),
    ...(signerIs ? {} : { 'underskriver-er': text.signerIs }),
  }
}

/** A position says why somebody may sign; whoever administers needs none. */
function wrongPerson(who: Who, { name, email, phone, ...person }: TypedPerson, language: Language): Wrong {
  const text = fillingText[language].wrong
  return {
    ...(isPersonName(name) ? {} : { [personField(who, 'navn')]: name === '' ? text.name : text.nameOnly }),
    ...(readMailAddress(email) ? {} : { [personField(who, 'mail')]: text.email }),
    ...(isPhone(phone) ? {} : { [personField(who, 'telefon')]: text.phone }),
    ...(person.function === '' && who !== 'overbruger' ? { [personField(who, 'stilling')]: text.function } : {}),
  }
}

export function wrongServices(
  chosen: readonly string[],
  offered: readonly { id: string }[],
  language: Language,
): Wrong {
  const text = fillingText[language].wrong
  if (chosen.some((id) => !offered.some((service) => service.id === id))) return { tjeneste: text.serviceGone }
  return chosen.length === 0 ? { tjeneste: text.services } : {}
}

/** The steps that lack something, in order. */
export function lackingSteps(
  { organisation, people, serviceIds }: TypedEnrolment,
  { isTaken, offered }: { isTaken: boolean; offered: readonly { id: string }[] },
): ('organisation' | 'personer' | 'tjenester')[] {
  const wrong = {
    organisation: wrongOrganisation(organisation, isTaken, 'da'),
    personer: wrongPeople(people, 'da'),
    tjenester: wrongServices(serviceIds, offered, 'da'),
  }
  return (Object.keys(wrong) as (keyof typeof wrong)[]).filter((step) => isWrong(wrong[step]))
}

/** How many different people are named. */
export function countPeople(people: TypedPeople): number {
  return new Set(Object.values(peopleOf(people)).flatMap(({ name, email }) => (name === '' ? [] : [email || name])))
    .size
}
