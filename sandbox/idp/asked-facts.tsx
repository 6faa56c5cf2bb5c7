/** What SEB asked an identity provider for, as the request said it. */
import type { Shell } from '../../src/web/shell.ts'
import { servicePath } from '../addresses.ts'
import { type ServiceKey, serviceKeys, services } from '../data/services.ts'
import { Facts } from '../pages/sandbox-page.tsx'
import { sandboxText } from '../pages/text.ts'
import type { Asked } from './identity-provider.ts'
import { idpText } from './text.ts'

export function AskedFacts({ shell, asked: { request, kinds } }: { shell: Shell; asked: Asked }) {
  const { language } = shell
  const text = idpText[language]
  const { assurance } = request.context
  const yesOrNo = (yes: boolean) => (yes ? text.yes : text.no)
  const requesters = request.scoping.requesterIds.map((id) => {
    const service = serviceOf(id)
    return service ? services[service].names[language] : id
  })
  return (
    <Facts
      facts={[
        [text.level, assurance ? sandboxText[language].levels[assurance] : text.levelNone],
        [text.kind, kinds.map((kind) => text.kinds[kind]).join(', ')],
        ...(requesters.length > 0 ? [[text.onBehalfOf, requesters.join(', ')] as const] : []),
        [text.force, yesOrNo(request.forceAuthn)],
        [text.passive, yesOrNo(request.isPassive)],
        [text.messageId, <code>{request.id}</code>],
      ]}
    />
  )
}

function serviceOf(entityId: string): ServiceKey | undefined {
  return serviceKeys.find((key) => entityId.endsWith(servicePath(key).metadata))
}
