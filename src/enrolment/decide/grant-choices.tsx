/** The services that an enrolment asks for, each with the roles and ceilings it is given with. */
import { ChoicesField, LinesField, TickField, type Wrong } from '../../access/management/fields.tsx'
import {
  ceilingField,
  checkGrant,
  readTypedGrant,
  type TypedGrant,
} from '../../access/management/grants/grant-terms.ts'
import type { GrantableService } from '../../access/management/grants/grantable.store.ts'
import { grantsText } from '../../access/management/grants/text.ts'
import { writeDay } from '../../base/danish-time.ts'
import { fillText } from '../../web/fill.ts'
import { type FormFields, fieldsUnder } from '../../web/form.ts'
import type { Language } from '../../web/languages.ts'
import { type TypedEnrolment, unitsOf } from '../typed-enrolment.ts'
import type { Choice } from './decide-enrolment.ts'
import { decideText } from './text.ts'

export interface TypedChoice {
  service: GrantableService
  isGiven: boolean
  typed: TypedGrant
}

const prefixOf = ({ id }: GrantableService) => `t${id}-`
const givenField = (service: GrantableService) => `${prefixOf(service)}giv`

/** What is suggested: everything that was asked for, held to the numbers that were typed. */
export function suggestedChoices(
  services: readonly GrantableService[],
  { organisation }: TypedEnrolment,
  now: Date,
): TypedChoice[] {
  const units = unitsOf(organisation)
  const numbers = (which: 'sor' | 'pNumber' | 'ydernummer') =>
    units.flatMap((unit) => (unit[which] === '' ? [] : [unit[which]]))
  const ceilings = { sor: numbers('sor'), 'p-number': numbers('pNumber'), ydernummer: numbers('ydernummer') }
  return services.map((service) => {
    const kinds = service.scopeKinds.filter((kind): kind is keyof typeof ceilings => kind in ceilings)
    const held = Object.fromEntries(kinds.map((kind) => [kind, ceilings[kind]]))
    const typed = { roles: 'alle' as const, roleIds: [], ceilings: held, from: writeDay(now), until: '' }
    return { service, isGiven: true, typed }
  })
}

export function readChoices(services: readonly GrantableService[], form: FormFields, now: Date): TypedChoice[] {
  return services.map((service) => ({
    service,
    isGiven: form.get(givenField(service)) !== null,
    typed: { ...readTypedGrant(fieldsUnder(form, prefixOf(service)), service), from: writeDay(now), until: '' },
  }))
}

export function checkChoices(
  choices: readonly TypedChoice[],
  { now, language }: { now: Date; language: Language },
): { choices: Choice[]; wrong: Wrong } {
  const given = choices.filter(({ isGiven }) => isGiven)
  const checked = given.map(({ service, typed }) => ({
    service,
    checking: checkGrant(service, typed, { now, before: null, language }),
  }))
  return {
    choices: checked.flatMap(({ service, checking }) =>
      checking.ok
        ? [{ serviceId: service.id, name: language === 'da' ? service.nameDa : service.nameEn, terms: checking.terms }]
        : [],
    ),
    wrong: Object.assign(
      {},
      ...checked.map(({ service, checking }) =>
        checking.ok
          ? {}
          : Object.fromEntries(
              Object.entries(checking.wrong).map(([field, sentence]) => [prefixOf(service) + field, sentence]),
            ),
      ),
    ),
  }
}

type GrantChoicesProps = {
  readonly language: Language
  readonly choices: readonly TypedChoice[]
  readonly wrong: Wrong
}

export function GrantChoices({ language, choices, wrong }: GrantChoicesProps) {
  const text = decideText[language]
  return (
    <>
      {choices.map(({ service, isGiven, typed }) => {
        const name = language === 'da' ? service.nameDa : service.nameEn
        const id = (field: string) => prefixOf(service) + field
        return (
          <fieldset class="seb-scope">
            <legend>{name}</legend>
            <TickField id={givenField(service)} label={fillText(text.give, { service: name })} ticked={isGiven} />
            <ChoicesField
              id={id('roller')}
              label={text.whichRoles}
              kind="radio"
              choices={[
                { value: 'alle', name: text.allRoles },
                { value: 'nogle', name: text.someRoles },
              ]}
              chosen={[typed.roles]}
              wrong={wrong}
            />
            {service.roles.length > 0 && (
              <ChoicesField
                id={id('rolle')}
                label={text.role}
                kind="checkbox"
                choices={service.roles
                  .filter(({ state }) => state === 'active')
                  .map((role) => ({ value: role.id, name: language === 'da' ? role.nameDa : role.nameEn }))}
                chosen={typed.roleIds}
                wrong={wrong}
              />
            )}
            {service.scopeKinds.length > 0 && (
              <>
                <h3>{text.ceilings}</h3>
                <p class="quiet">{text.ceilingHint}</p>
                {service.scopeKinds.map((kind) => (
                  <LinesField
                    id={id(ceilingField(kind))}
                    label={grantsText[language].scopes[kind]}
                    values={typed.ceilings[kind] ?? []}
                    wrong={wrong}
                  />
                ))}
              </>
            )}
          </fieldset>
        )
      })}
    </>
  )
}
