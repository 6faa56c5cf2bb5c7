/** Where a story begins: at the service, which then leads through it. */
import { servicePath } from '../addresses.ts'
import type { ServiceKey } from '../data/services.ts'
import { storyField } from '../service/routes.tsx'

export function storyAddress(service: ServiceKey, persona: string, index: number): string {
  return `${servicePath(service).page}?${new URLSearchParams({ [storyField]: `${persona}-${index}` })}`
}
