/** Where a story begins: at the service, which then leads through it. */
import { servicePath } from '../addresses.ts'
import type { ServiceKey } from '../data/services.ts'

/** The query of a service's page that begins a story. */
export const storyField = 'historie'

export function storyAddress(service: ServiceKey, persona: string, index: number): string {
  return `${servicePath(service).page}?${new URLSearchParams({ [storyField]: `${persona}-${index}` })}`
}
