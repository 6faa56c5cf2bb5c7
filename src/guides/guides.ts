/** All guides, in the order they are offered. */
import { administratorGuide } from './administrator/guide.ts'
import { chiefGuide } from './chief/guide.ts'
import { citizenGuide } from './citizen/guide.ts'
import { deskGuide } from './desk/guide.ts'
import { dnhfGuide } from './dnhf/guide.ts'
import { employeeGuide } from './employee/guide.ts'
import type { Guide } from './guide.ts'
import { managementGuide } from './management/guide.ts'
import { ownerGuide } from './owner/guide.ts'
import { securityGuide } from './security/guide.ts'

export const guides: readonly Guide[] = [
  employeeGuide,
  administratorGuide,
  chiefGuide,
  securityGuide,
  dnhfGuide,
  citizenGuide,
  ownerGuide,
  managementGuide,
  deskGuide,
]
