/** The addresses of asking, and of what one has asked for. */
import { minePaths } from '../access/mine/mine-paths.ts'

export const askPaths = {
  /** GET: the two ways in, and drafts. POST: begins one. */
  start: minePaths.ask,
  /** GET: from a refusal, with the service filled in. */
  fromService: `${minePaths.ask}/til-tjeneste`,
  /** An administrator asks for several employees. */
  forOthers: minePaths.askForOthers,
  requests: minePaths.requests,
} as const

export type DraftStep = 'enhed' | 'tjeneste' | 'rolle' | 'hvad' | 'kontrol' | 'slet'

export function draftPath(id: string, step: DraftStep): string {
  return `${askPaths.start}/${id}/${step}`
}

/** Where a service sends whom it has refused: by the service's key and the reference of the refusal. */
export function fromServiceAddress(service: string, refusal: string): string {
  return `${askPaths.fromService}?${new URLSearchParams({ tjeneste: service, afvist: refusal })}`
}

/** One request as its asker sees it, and what they do with it; `videre`: on to the service it was for. */
export function requestPath(id: string, deed?: 'svar' | 'traek-tilbage' | 'videre'): string {
  return `${askPaths.requests}/${id}${deed === undefined ? '' : `/${deed}`}`
}

/** Where it is decided. */
export function decisionPath(id: string): string {
  return `/admin/anmodninger/${id}`
}
