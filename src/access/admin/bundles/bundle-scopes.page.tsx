/** What each role of a bundle applies to: the employee's own unit, or the same for all. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import type { Shell } from '../../../web/shell.ts'
import { adminPaths, bundleDeedPath, bundlePath } from '../admin-paths.ts'
import { ScopeField } from '../assign/assign-fields.tsx'
import type { AssignableRole, AssignableScope } from '../assign/assignable-roles.store.ts'
import type { FieldMistake } from '../assign/check-assignment.ts'
import { assignText } from '../assign/text.ts'
import type { UnitNumbers } from '../assign/unit-numbers.ts'
import { MistakeSummary } from '../form-field.tsx'
import type { AdminFrame } from '../frame.ts'
import { rolesText } from '../roles/text.ts'
import { type Bundle, type BundlePart, isUnitKind } from './bundle.ts'
import { Overtaken } from './bundle-form.page.tsx'
import { bundlesText } from './text.ts'
import { sourceField, type TypedPart, typedPrefix } from './typed-scopes.ts'

export type BundleScopesPageProps = {
  readonly frame: AdminFrame
  readonly bundle: Bundle
  readonly assignable: readonly AssignableRole[]
  readonly units: readonly UnitNumbers[]
  /** By role. */
  readonly typed: ReadonlyMap<string, TypedPart>
  readonly mistakes: readonly FieldMistake[]
  readonly overtaken: boolean
}

export function BundleScopesPage(props: BundleScopesPageProps) {
  const { frame, bundle, mistakes, overtaken } = props
  const { language } = frame.shell
  const text = bundlesText[language]
  const limited = bundle.parts.filter(({ role }) => role.scopes.length > 0)
  const said = mistakes.map(({ field, mistake }) => ({
    field,
    sentence: fillText(assignText[language].mistakes[mistake], { days: 0 }),
  }))
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.scopesTitle, { name: bundle.name })}
      lead={text.scopesLead}
      breadcrumb={[
        { name: rolesText[language].title, href: adminPaths.roles },
        { name: text.title, href: adminPaths.bundles },
        { name: bundle.name, href: bundlePath(bundle.id) },
      ]}
    >
      <MistakeSummary title={text.mistakesTitle} mistakes={said} />
      {overtaken && <Overtaken frame={frame} bundle={bundle} />}
      {limited.length === 0 && <p>{text.noScopes}</p>}
      <form class="seb-form" method="post" action={bundleDeedPath(bundle.id, 'omfang')}>
        <input type="hidden" name="version" value={String(bundle.version)} />
        {limited.map((part) => (
          <Part {...props} part={part} />
        ))}
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.save}
          </button>
          <a class="seb-hit" href={bundlePath(bundle.id)}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

function Part({
  frame,
  bundle,
  assignable,
  units,
  typed,
  mistakes,
  part,
}: BundleScopesPageProps & { part: BundlePart }) {
  const { shell } = frame
  const { role, service } = part
  const given = assignable.find((candidate) => candidate.role.id === role.id)
  const own = typed.get(role.id)
  const prefix = typedPrefix(bundle, role.id)
  const name = shell.language === 'da' ? role.nameDa : role.nameEn
  return (
    <section class="seb-block" aria-labelledby={`${prefix}titel`}>
      <h2 id={`${prefix}titel`}>
        {name}, {shell.language === 'da' ? service.nameDa : service.nameEn}
      </h2>
      {!given || !own ? (
        <p class="seb-mistake">{bundlesText[shell.language].cannotGive}</p>
      ) : (
        given.role.scopes.map((scope) => (
          <>
            {isUnitKind(scope.kind) && <Source {...{ shell, scope, prefix }} isUnit={own.fromUnit.has(scope.key)} />}
            <ScopeField
              {...{ shell, units, mistakes, prefix }}
              assignable={given}
              typed={{ scopes: own.scopes, from: '', until: '', hours: [], reason: '' }}
              scope={isUnitKind(scope.kind) ? fixed(scope, shell) : scope}
            />
          </>
        ))
      )}
    </section>
  )
}

/** The field below is for those who choose the same for all. */
function fixed(scope: AssignableScope, { language }: Shell): AssignableScope {
  const text = bundlesText[language]
  const named = (name: string) => fillText(text.fixedValue, { scope: name })
  return { ...scope, required: true, nameDa: named(scope.nameDa), nameEn: named(scope.nameEn) }
}

type SourceProps = { shell: Shell; scope: AssignableScope; prefix: string; isUnit: boolean }

function Source({ shell, scope, prefix, isUnit }: SourceProps) {
  const text = bundlesText[shell.language]
  const field = prefix + sourceField(scope.key)
  const choices = [
    ['enhed', text.fromUnit, isUnit],
    ['alle', text.fixed, !isUnit],
  ] as const
  return (
    <fieldset class="seb-field">
      <legend>{fillText(text.source, { scope: shell.language === 'da' ? scope.nameDa : scope.nameEn })}</legend>
      {choices.map(([value, label, checked]) => (
        <div class="form-group-radio">
          <input
            class="form-radio"
            type="radio"
            id={`${field}-${value}`}
            name={field}
            value={value}
            checked={checked}
          />
          <label class="form-label" for={`${field}-${value}`}>
            {label}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
