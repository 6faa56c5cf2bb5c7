/** The form of a bundle: its name, who it is for, and which roles are in it. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { adminPaths, bundleDeedPath, bundlePath, newBundlePath } from '../admin-paths.ts'
import { FormField, MistakeSummary } from '../form-field.tsx'
import type { AdminFrame } from '../frame.ts'
import { rolesText } from '../roles/text.ts'
import type { Bundle, BundlePart } from './bundle.ts'
import { type BundleFormMistake, longestBundleName, type TypedBundle } from './save-bundle.ts'
import { bundlesText } from './text.ts'

export type BundleFormPageProps = {
  readonly frame: AdminFrame
  /** Null: it is not there yet. */
  readonly bundle: Bundle | null
  readonly newId: string
  /** What can be chosen, and what is in it already. */
  readonly choices: readonly Pick<BundlePart, 'role' | 'service'>[]
  readonly typed: TypedBundle
  readonly mistake: BundleFormMistake | null
}

export function BundleFormPage({ frame, bundle, newId, choices, typed, mistake }: BundleFormPageProps) {
  const { language } = frame.shell
  const text = bundlesText[language]
  const byService = Map.groupBy(choices, ({ service }) => (language === 'da' ? service.nameDa : service.nameEn))
  const field = mistake === 'roles-missing' ? 'roller' : 'navn'
  const overtaken = mistake === 'changed-meanwhile'
  const said = mistake && !overtaken ? [{ field, sentence: text.formMistakes[mistake] }] : []
  return (
    <AdminLayout
      {...frame}
      title={bundle ? fillText(text.formTitle, { name: bundle.name }) : text.add}
      breadcrumb={[
        { name: rolesText[language].title, href: adminPaths.roles },
        { name: text.title, href: adminPaths.bundles },
        ...(bundle ? [{ name: bundle.name, href: bundlePath(bundle.id) }] : []),
      ]}
    >
      <MistakeSummary title={text.mistakesTitle} mistakes={said} />
      {overtaken && bundle && <Overtaken frame={frame} bundle={bundle} />}
      <form class="seb-form" method="post" action={bundle ? bundleDeedPath(bundle.id, 'ret') : newBundlePath}>
        {bundle ? (
          <input type="hidden" name="version" value={String(bundle.version)} />
        ) : (
          <input type="hidden" name="id" value={newId} />
        )}
        <FormField id="navn" label={text.name} hint={text.nameHint} mistakes={said}>
          <input
            class="form-input"
            type="text"
            id="navn"
            name="navn"
            value={typed.name}
            maxlength={longestBundleName}
            aria-describedby="navn-fejl"
          />
        </FormField>
        <FormField id="beskrivelse" label={text.description} hint={text.descriptionHint} mistakes={said}>
          <input
            class="form-input"
            type="text"
            id="beskrivelse"
            name="beskrivelse"
            value={typed.description}
            maxlength={500}
            aria-describedby="beskrivelse-fejl"
          />
        </FormField>
        <section id="roller" aria-labelledby="roller-titel">
          <h2 id="roller-titel">{text.roles}</h2>
          <p class="quiet">{text.rolesHint}</p>
          <p class="seb-mistake">{field === 'roller' ? said[0]?.sentence : ''}</p>
          {[...byService].map(([service, some]) => (
            <fieldset class="seb-field">
              <legend>{service}</legend>
              {some.map(({ role }) => (
                <div class="form-group-checkbox">
                  <input
                    class="form-checkbox"
                    type="checkbox"
                    id={`rolle-${role.id}`}
                    name="rolle"
                    value={role.id}
                    checked={typed.roleIds.includes(role.id)}
                  />
                  <label class="form-label" for={`rolle-${role.id}`}>
                    {language === 'da' ? role.nameDa : role.nameEn}
                  </label>
                </div>
              ))}
            </fieldset>
          ))}
        </section>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.saveNext}
          </button>
          <a class="seb-hit" href={bundle ? bundlePath(bundle.id) : adminPaths.bundles}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

/** What another administrator has written meanwhile. */
export function Overtaken({ frame, bundle }: { frame: AdminFrame; bundle: Bundle }) {
  const { language } = frame.shell
  const text = bundlesText[language]
  const roles = bundle.parts.map(({ role }) => (language === 'da' ? role.nameDa : role.nameEn)).join(', ')
  return (
    <div class="seb-callout" role="alert">
      <h2>{text.nowTitle}</h2>
      <p>{text.now}</p>
      <ul>
        <li>
          {text.name}: {bundle.name}
        </li>
        <li>
          {text.description}: {bundle.description || '–'}
        </li>
        <li>
          {text.roles}: {roles}
        </li>
      </ul>
    </div>
  )
}
