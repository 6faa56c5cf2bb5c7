/** Both a Response and the confirmation of its subject must name the request, or neither where none was sent (A12, A13). */
import { MessageRefused } from '../message-refused.ts'
import type { XmlElement } from '../xml/xml-element.ts'

/** `requestId` is null where the identity provider may send answers nobody asked for. */
export function requireAnswerTo(answer: XmlElement, requestId: string | null): void {
  if (answer.attribute('InResponseTo') !== (requestId ?? undefined)) {
    throw new MessageRefused('in-response-to-wrong', `of ${answer.name}`)
  }
}
