/** The words about employees by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type EmployeesText } from './text.da.ts'
import { en } from './text.en.ts'

export const employeesText: Record<Language, EmployeesText> = { da, en }
