/** The journeys of the administration, in Danish. */
import { walkIn } from './administration-journeys.ts'

walkIn('da')
