/** The words of "Afprøv adgang", by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type SimulatorText } from './text.da.ts'
import { en } from './text.en.ts'

export const simulatorText: Record<Language, SimulatorText> = { da, en }
