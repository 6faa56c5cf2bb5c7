/** What one service may be told, each thing on a legal basis. */
import { type Context, Hono } from 'hono'
import { type AttributeName, attributeNames } from '../../../../services/attribute.ts'
import { type PartValues, readPart } from '../../../../services/service-parts.store.ts'
import { fillText } from '../../../../web/fill.ts'
import { type FormFields, readForm } from '../../../../web/form.ts'
import type { Language } from '../../../../web/languages.ts'
import type { AdminEnv } from '../../../admin/admin-env.ts'
import { readId } from '../../../admin/employees/employee.store.ts'
import { adminFrame } from '../../../admin/frame.ts'
import { changedMeanwhile, nameOf } from '../changed-meanwhile.ts'
import { readReason } from '../changes/reason-field.tsx'
import { shownPart, submitChange } from '../changes/submit-change.ts'
import type { FieldMistakes } from '../form/fields.tsx'
import { textMistake, typedText } from '../form/text-mistake.ts'
import { findPlace, mustAsk, type Place, type ServiceDeps } from '../place.ts'
import { below, ownerPath, servicePath } from '../services-paths.ts'
import { AttributesPage, type AttributesPageProps, attributeField } from './attributes.page.tsx'
import { attributesText } from './text.ts'

type Typed = AttributesPageProps['typed']

export function attributeRoutes(deps: ServiceDeps, as: Place['as']): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  const address = below.attributes(as === 'owner' ? ownerPath : servicePath(':id'))

  routes.get(address, async (c) => {
    const place = await findPlace(c, deps, as)
    if (!place) return deps.notFound(c)
    const values = await deps.db.transaction().execute((trx) => readPart(trx, partOf(place)))
    if (!values) return deps.notFound(c)
    return page(c, place, {
      id: deps.ids.uuid(),
      typed: asTyped(values),
      shown: shownPart(values),
      reason: '',
      mistakes: {},
    })
  })

  routes.post(address, async (c) => {
    const place = await findPlace(c, deps, as)
    const form = await readForm(c)
    const id = readId(form.get('id'))
    if (!place || !id) return deps.notFound(c)
    const { language } = deps.shell(c)
    const text = attributesText[language]
    const typed = readTyped(form)
    const shown = form.get('set') ?? ''
    const asks = mustAsk(place)
    const { reason, mistakes: reasonMistakes } = asks ? readReason(form, language) : { reason: '', mistakes: {} }
    const mistakes = { ...mistakesIn(typed, language), ...reasonMistakes }
    if (Object.keys(mistakes).length > 0) return page(c, place, { id, typed, shown, reason, mistakes })
    const wanted = Object.fromEntries(Object.entries(typed).filter(([, basis]) => basis !== ''))
    const submission = { part: partOf(place), wanted: () => wanted, shown, ask: asks ? { id, reason } : null }
    const outcome = await deps.db.transaction().execute((trx) => submitChange(deps, trx, submission, place.actor))
    switch (outcome.kind) {
      case 'asked':
        return c.redirect(`${place.base}?udfoert=sendt`, 303)
      case 'saved':
        return c.redirect(`${place.base}?udfoert=gemt`, 303)
      case 'changed-meanwhile': {
        const sentence = changedMeanwhile(text.changedMeanwhile, outcome.differs, language)
        return page(c, place, { id, typed, shown: outcome.shown, reason, mistakes: { set: sentence } })
      }
      default:
        return page(c, place, { id, typed, shown, reason, mistakes: { set: text.nothingChanged } })
    }
  })

  return routes

  function page(
    c: Context<AdminEnv>,
    place: Place,
    form: Pick<AttributesPageProps, 'id' | 'typed' | 'shown' | 'reason' | 'mistakes'>,
  ) {
    const service = nameOf(place.service, deps.shell(c).language)
    return c.html(
      <AttributesPage frame={adminFrame(c, deps)} {...{ place, service }} asks={mustAsk(place)} {...form} />,
      Object.keys(form.mistakes).length > 0 ? 422 : 200,
    )
  }
}

const partOf = ({ service }: Place) => ({ serviceId: service.id, part: 'attributes', roleId: null }) as const

function asTyped(values: PartValues): Typed {
  return Object.fromEntries(Object.entries(values).map(([name, basis]) => [name, String(basis)]))
}

/** Other fields than these are never looked at. */
function readTyped(form: FormFields): Record<AttributeName, string> {
  const typed = attributeNames.map((name) => [name, typedText(form, attributeField(name))] as const)
  return Object.fromEntries(typed) as Record<AttributeName, string>
}

function mistakesIn(typed: Record<AttributeName, string>, language: Language): FieldMistakes {
  const text = attributesText[language]
  return Object.fromEntries(
    attributeNames.flatMap((name): [string, string][] => {
      const mistake = textMistake(typed[name], { longest: 500, needed: false })
      if (!mistake) return []
      const sentence = mistake === 'too-long' ? text.tooLong : text.unreadable
      return [[attributeField(name), fillText(sentence, { field: text.names[name] })]]
    }),
  )
}
