/** The journeys of the administration, in English. */
import { walkIn } from './administration-journeys.ts'

walkIn('en')
