/** "Hvilken rolle?": what colleagues have and bundles hold first, each in plain words. */
import { fillText } from '../../web/fill.ts'
import { formatList } from '../../web/format.ts'
import { draftPath } from '../request-paths.ts'
import type { AskableRole } from './askable.store.ts'
import { Choice, ChoiceSearch, type ChoosingProps, NothingFound, StepPage } from './choose-parts.tsx'
import { askText } from './text.ts'

export type ChooseRolePageProps = ChoosingProps & {
  readonly draftId: string
  readonly service: { readonly nameDa: string; readonly nameEn: string }
  readonly roles: readonly AskableRole[]
  readonly unit: string | null
  /** How many work in the unit besides the asker. */
  readonly colleagues: number
  readonly searched: string
  readonly isLong: boolean
}

export function ChooseRolePage(props: ChooseRolePageProps) {
  const { frame, draftId, service, roles, searched, isLong } = props
  const { language } = frame.shell
  const text = askText[language]
  const name = language === 'da' ? service.nameDa : service.nameEn
  const here = draftPath(draftId, 'rolle')
  const recommended = roles.filter((role) => role.colleagues > 0 || role.bundles.length > 0)
  const others = roles.filter((role) => !recommended.includes(role))
  return (
    <StepPage
      {...props}
      title={fillText(text.role.title, { service: name })}
      {...(recommended.length > 0 && { lead: text.role.lead })}
    >
      {(isLong || searched !== '') && <ChoiceSearch frame={frame} what="role" action={here} searched={searched} />}
      {roles.length === 0 && searched !== '' && <NothingFound frame={frame} searched={searched} />}
      {roles.length === 0 && searched === '' && (
        <div class="seb-empty">
          <p class="strong">{fillText(text.role.empty, { service: name })}</p>
          <p>
            <a href={draftPath(draftId, 'tjeneste')}>{text.role.emptyNext}</a>
          </p>
        </div>
      )}
      <form method="post" action={here}>
        <Roles {...props} title={text.role.recommended} some={recommended} />
        <Roles {...props} title={recommended.length > 0 ? text.role.others : text.role.all} some={others} />
      </form>
    </StepPage>
  )
}

type RolesProps = ChooseRolePageProps & { readonly title: string; readonly some: readonly AskableRole[] }

function Roles({ frame, title, some, unit, colleagues: total }: RolesProps) {
  const { language } = frame.shell
  const text = askText[language].role
  if (some.length === 0) return null
  return (
    <section class="seb-block">
      <h2>{title}</h2>
      <ul class="seb-or plain-list">
        {some.map(({ assignable: { role }, colleagues, bundles }) => (
          <Choice
            frame={frame}
            name="rolle"
            value={role.id}
            label={language === 'da' ? role.nameDa : role.nameEn}
            hints={[
              language === 'da' ? role.descriptionDa : role.descriptionEn,
              colleagues > 0 && unit !== null ? fillText(text.colleagues, { count: colleagues, total, unit }) : '',
              bundles.length > 0 ? fillText(text.bundles, { bundles: formatList(bundles, language) }) : '',
            ]}
          />
        ))}
      </ul>
    </section>
  )
}
