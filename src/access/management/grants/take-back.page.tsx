/** "Tag tjenesten tilbage?": what it takes from how many, before it is done. */
import { fillText } from '../../../web/fill.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { shownCounts } from '../counted.ts'
import { countWords, EffectPage } from '../effect.page.tsx'
import { managementPaths, organisationPath, takeBackPath } from '../management-paths.ts'
import { organisationsText } from '../organisations/text.ts'
import type { RunningGrant } from './take-back-grant.ts'
import { grantsText } from './text.ts'

export type TakeBackPageProps = {
  readonly frame: AdminFrame
  readonly organisation: string
  readonly grant: RunningGrant
  /** The effect is another than the one that was shown. */
  readonly changed: boolean
}

export function TakeBackPage({ frame, organisation, grant, changed }: TakeBackPageProps) {
  const { language } = frame.shell
  const text = grantsText[language]
  const service = language === 'da' ? grant.serviceDa : grant.serviceEn
  const { loss } = grant
  const back = organisationPath(grant.organisationId)
  return (
    <EffectPage
      frame={frame}
      title={fillText(text.takeBackTitle, { service, organisation })}
      breadcrumb={[
        { name: organisationsText[language].title, href: managementPaths.organisations },
        { name: organisation, href: back },
      ]}
      effects={[loss.rights === 0 ? text.lossNone : fillText(text.loss, countWords(loss, language))]}
      remarks={[text.atOnce, text.again]}
      action={takeBackPath(grant.organisationId, grant.id)}
      agreed={shownCounts(loss)}
      button={text.takeBackNow}
      back={back}
      changed={changed}
    />
  )
}
