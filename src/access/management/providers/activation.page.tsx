/** Which log-ins can be used for which services: ticks for all of one side, seen from the other. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import type { AdminFrame } from '../../admin/frame.ts'
import { ChoicesField, nothingWrong, Save } from '../fields.tsx'
import type { Counterpart } from './providers.store.ts'
import { providersText } from './text.ts'

export type ActivationPageProps = {
  readonly frame: AdminFrame
  readonly title: string
  readonly breadcrumb: readonly { readonly name: string; readonly href: string }[]
  readonly counterparts: readonly Counterpart[]
  readonly chosen: readonly string[]
  readonly action: string
  readonly back: string
}

export function ActivationPage(props: ActivationPageProps) {
  const { frame, title, breadcrumb, counterparts, chosen, action, back } = props
  const { language } = frame.shell
  const text = providersText[language]
  return (
    <AdminLayout {...frame} title={title} breadcrumb={breadcrumb}>
      <form class="seb-form" method="post" action={action}>
        <ChoicesField
          id="valgt"
          label={text.servicesLead}
          kind="checkbox"
          choices={counterparts.map(({ id, nameDa, nameEn }) => ({
            value: id,
            name: language === 'da' ? nameDa : nameEn,
          }))}
          chosen={chosen}
          wrong={nothingWrong}
        />
        <Save language={language} button={text.activationSave} back={back} />
      </form>
    </AdminLayout>
  )
}
