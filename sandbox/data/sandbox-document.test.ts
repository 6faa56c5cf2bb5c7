import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fullName } from '../people/persona.ts'
import { personas } from '../people/personas.ts'
import { grants } from './grants.ts'
import { cvr, newClinic, organisationNames, organisations } from './organisations.ts'
import { isProviderKey, providerKeys, providers } from './providers.ts'
import { roles } from './roles.ts'
import { services } from './services.ts'

test('no organisation of the sandbox has a CVR number that can belong to anybody', () => {
  const weights = [2, 7, 6, 5, 4, 3, 2, 1]
  for (const number of Object.values(cvr)) {
    const sum = [...number].reduce((total, digit, place) => total + Number(digit) * (weights[place] ?? 0), 0)
    assert.notEqual(sum % 11, 0, number)
  }
})

test('no person of the sandbox has a CPR number that can belong to anybody', () => {
  const numbers = personas.map(({ cpr }) => cpr)
  for (const cpr of numbers) assert.match(cpr, /^(6[1-9]|[78]\d|9[01])(0[1-9]|1[0-2])\d{6}$/)
  assert.equal(new Set(numbers).size, numbers.length)
})

test('every log-in of a person is one that the provider may speak for', () => {
  for (const persona of personas) {
    for (const logIn of persona.logIns) {
      const { allowedCvrs } = providers[logIn.provider]
      assert.equal(logIn.kind === 'professional', logIn.cvr !== undefined, persona.key)
      if (logIn.cvr && allowedCvrs) assert.ok(allowedCvrs.includes(logIn.cvr), persona.key)
    }
  }
})

test('every story begins with a log-in that the person has and the service takes', () => {
  for (const persona of personas) {
    for (const { service, provider, kind } of persona.stories) {
      const label = `${fullName(persona)} in ${service}`
      assert.ok(
        persona.logIns.some((logIn) => logIn.provider === provider && logIn.kind === kind),
        label,
      )
      assert.ok(services[service].providers.includes(provider), label)
      assert.ok(services[service].logInKinds.includes(kind), label)
    }
  }
})

test('every assignment is of a role that the service has', () => {
  const assignments = personas.flatMap(({ accounts }) => accounts?.flatMap((account) => account.assignments) ?? [])
  for (const { service, role } of assignments)
    assert.ok(
      roles[service].some(({ key }) => key === role),
      role,
    )
  for (const grant of grants)
    for (const role of grant.roles ?? []) assert.ok(roles[grant.service].some(({ key }) => key === role))
})

test('every organisation has a name, and those unknown to SEB are one whose people are refused and one that enrols', () => {
  const registered: string[] = organisations.map((organisation) => organisation.cvr)
  const strangers = Object.keys(organisationNames).filter((number) => !registered.includes(number))
  assert.deepEqual(strangers.sort(), [newClinic, cvr.podiatrist])
})

test('four identity providers and four services are told apart by key', () => {
  assert.equal(providerKeys.length, 4)
  assert.equal(Object.keys(services).length, 4)
  assert.ok(!isProviderKey('somewhere-else'))
})
