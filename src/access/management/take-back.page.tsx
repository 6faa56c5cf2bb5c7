/** "Tag tjenesten tilbage?": what it takes from how many, before it is done. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import type { AdminFrame } from '../admin/frame.ts'
import { managementPaths, organisationPath, takeBackPath } from './management-paths.ts'
import type { RunningGrant } from './take-back-grant.ts'
import { managementText } from './text.ts'

export type TakeBackPageProps = {
  readonly frame: AdminFrame
  readonly organisation: string
  readonly grant: RunningGrant
  /** The effect is another than the one that was shown. */
  readonly changed: boolean
}

export function TakeBackPage({ frame, organisation, grant, changed }: TakeBackPageProps) {
  const { language } = frame.shell
  const text = managementText[language]
  const service = language === 'da' ? grant.serviceDa : grant.serviceEn
  const { loss } = grant
  const counts = {
    rights: loss.rights === 1 ? text.rightsOne : fillText(text.rightsMany, { count: loss.rights }),
    people: loss.people === 1 ? text.peopleOne : fillText(text.peopleMany, { count: loss.people }),
  }
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.takeBackTitle, { service, organisation })}
      breadcrumb={[
        { name: text.title, href: managementPaths.organisations },
        { name: organisation, href: organisationPath(grant.organisationId) },
      ]}
    >
      {changed && (
        <div class="seb-mistakes" role="alert">
          <p>{fillText(text.changed, counts)}</p>
        </div>
      )}
      <p class="strong">{loss.rights === 0 ? text.lossNone : fillText(text.loss, counts)}</p>
      <ul>
        <li>{text.atOnce}</li>
        <li>{text.again}</li>
      </ul>
      <form method="post" action={takeBackPath(grant.organisationId, grant.id)}>
        <input type="hidden" name="set" value={shownLoss(grant)} />
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.takeBackNow}
          </button>
          <a href={organisationPath(grant.organisationId)}>{text.cancel}</a>
        </p>
      </form>
    </AdminLayout>
  )
}

/** What the page says it costs, so that nobody agrees to more than they saw. */
export function shownLoss({ loss }: RunningGrant): string {
  return `${loss.rights}/${loss.people}`
}
