/** The words about what organisations may use, English. */
import type { GrantsText } from './text.da.ts'

export const en: GrantsText = {
  takeBackTitle: 'Take {service} back from {organisation}?',
  loss: 'This takes {rights} from {people}.',
  lossNone: 'Nobody has a role in the service through this grant.',
  atOnce: 'It holds from the next log-in. The roles remain but have no effect.',
  again: 'The organisation cannot give itself the service again.',
  takeBackNow: 'Take the service back',
}
