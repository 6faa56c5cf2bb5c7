/** The form of an organisation: a new one, or one whose details are changed. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { Meanwhile, Mistakes, Save, SelectField, TextField, TickField, type Wrong } from '../fields.tsx'
import { managementPaths, organisationDeedPath, organisationPath } from '../management-paths.ts'
import { managementText } from '../text.ts'
import { type OrganisationFacts, organisationKinds } from './organisation.store.ts'
import { shownOrganisation, type TypedOrganisation } from './save-organisation.ts'
import { organisationsText } from './text.ts'

export type OrganisationFormPageProps = {
  readonly frame: AdminFrame
  /** Null: a new one, which will have this id. */
  readonly organisation: OrganisationFacts | null
  readonly newId: string
  readonly typed: TypedOrganisation
  readonly wrong: Wrong
  /** What another has saved meanwhile. */
  readonly stands: readonly (readonly [string, string])[]
}

export function OrganisationFormPage(props: OrganisationFormPageProps) {
  const { frame, organisation, newId, typed, wrong, stands } = props
  const { language } = frame.shell
  const text = organisationsText[language]
  const shared = managementText[language]
  const list = { name: text.title, href: managementPaths.organisations }
  const back = organisation ? organisationPath(organisation.id) : managementPaths.organisations
  return (
    <AdminLayout
      {...frame}
      title={organisation ? fillText(text.changeTitle, { organisation: organisation.name }) : text.createTitle}
      lead={organisation ? undefined : text.createLead}
      breadcrumb={organisation ? [list, { name: organisation.name, href: back }] : [list]}
    >
      <Mistakes language={language} wrong={wrong} />
      <Meanwhile language={language} stands={stands} />
      <form
        class="seb-form"
        method="post"
        action={organisation ? organisationDeedPath(organisation.id, 'ret') : managementPaths.newOrganisation}
      >
        {organisation ? (
          <input type="hidden" name="set" value={shownOrganisation(organisation)} />
        ) : (
          <>
            <input type="hidden" name="id" value={newId} />
            <TextField id="cvr" label={shared.cvr} hint={text.cvrHint} value={typed.cvr} longest={11} wrong={wrong} />
          </>
        )}
        <TextField id="navn" label={shared.name} value={typed.name} wrong={wrong} />
        <SelectField
          id="art"
          label={shared.kind}
          value={typed.kind ?? ''}
          none="–"
          choices={organisationKinds.map((kind) => ({ value: kind, name: shared.kinds[kind] }))}
          wrong={wrong}
        />
        <TickField
          id="privat"
          label={text.privateLogIn}
          hint={text.privateLogInHint}
          ticked={typed.allowsPrivateLogIn}
        />
        <Save language={language} button={organisation ? shared.save : text.createNow} back={back} />
      </form>
    </AdminLayout>
  )
}
