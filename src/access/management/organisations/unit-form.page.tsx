/** The form of a unit: its name, what it is part of, and the numbers that the sector knows it by. */
import { fingerprint } from '../../../organisations/describe-party.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { Meanwhile, Mistakes, Save, SelectField, TextField, type Wrong } from '../fields.tsx'
import { managementPaths, organisationPath, unitPath } from '../management-paths.ts'
import { managementText } from '../text.ts'
import type { UnitTerms } from './save-unit.ts'
import { organisationsText } from './text.ts'

export type UnitFormPageProps = {
  readonly frame: AdminFrame
  readonly organisation: { readonly id: string; readonly name: string }
  /** As it stands; null: a new one. */
  readonly unit: UnitTerms | null
  readonly unitId: string
  readonly parents: readonly { readonly id: string; readonly name: string }[]
  readonly typed: UnitTerms
  readonly wrong: Wrong
  readonly stands: readonly (readonly [string, string])[]
}

export function UnitFormPage(props: UnitFormPageProps) {
  const { frame, organisation, unit, unitId, parents, typed, wrong, stands } = props
  const { language } = frame.shell
  const text = organisationsText[language]
  const back = organisationPath(organisation.id)
  return (
    <AdminLayout
      {...frame}
      title={unit ? unit.name : fillText(text.unitTitle, { organisation: organisation.name })}
      breadcrumb={[
        { name: text.title, href: managementPaths.organisations },
        { name: organisation.name, href: back },
      ]}
    >
      <Mistakes language={language} wrong={wrong} />
      <Meanwhile language={language} stands={stands} />
      <form class="seb-form" method="post" action={unitPath(organisation.id, unit ? unitId : 'ny')}>
        {unit ? (
          <input type="hidden" name="set" value={fingerprint(unit)} />
        ) : (
          <input type="hidden" name="id" value={unitId} />
        )}
        <TextField id="navn" label={managementText[language].name} value={typed.name} wrong={wrong} />
        <SelectField
          id="under"
          label={text.parent}
          value={typed.parent}
          none={text.noParent}
          choices={parents.map(({ id, name }) => ({ value: id, name }))}
          wrong={wrong}
        />
        <TextField id="sor" label={text.sor} value={typed.sor} longest={40} wrong={wrong} />
        <TextField id="pnummer" label={text.pNumber} value={typed.pNumber} longest={40} wrong={wrong} />
        <TextField id="ydernummer" label={text.ydernummer} value={typed.ydernummer} longest={40} wrong={wrong} />
        <TextField id="kommune" label={text.municipality} value={typed.municipality} longest={40} wrong={wrong} />
        <TextField id="region" label={text.region} value={typed.region} longest={40} wrong={wrong} />
        <Save language={language} button={managementText[language].save} back={back} />
      </form>
    </AdminLayout>
  )
}
