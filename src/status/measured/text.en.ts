/** The words about what SEB itself has seen in log-ins, English. */
import type { MeasuredText } from './text.da.ts'

export const en: MeasuredText = {
  title: 'SEB - {provider}: trouble with log-in',
  down: 'Nobody has come through with {provider} since {time}. You can use MitID Erhverv if your workplace has it, or try again a little later.',
  unstable:
    'Many get an error when they log in with {provider}. It began {time}. Wait 1 minute and try again, or use MitID Erhverv.',
  figures: 'Log-ins in the last 5 minutes',
  figuresLead: 'Counted in real log-ins. Whoever was sent less than half a minute ago is not included.',
  nobody: 'Nobody has logged in in the last 5 minutes.',
  provider: 'Log-in',
  sent: 'Sent',
  succeeded: 'Came through',
  median: 'Half took at most',
  seconds: '{seconds} s',
  last: 'Latest through',
  notSince: 'nobody since {time}',
}
