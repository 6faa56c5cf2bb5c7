/** The addresses of enrolment. Words in addresses are Danish. */

export const enrolPaths = {
  start: '/tilmeld',
  /** Where somebody who has lost the mail gets another. */
  sendLink: '/tilmeld/link',
  /** What the mail to whoever fills it in links to; the code is in the query. */
  resume: '/tilmeld/fortsaet',
  /** What the mail to whoever signs links to; the code is in the query. */
  signLanding: '/tilmeld/underskriv',
  sign: '/tilmeld/underskriv/bekraeft',
  signPdf: '/tilmeld/underskriv/tilmelding.pdf',
  signed: '/tilmeld/underskriv/faerdig',
  /** System management's list. */
  list: '/forvaltning/tilmeldinger',
} as const

export const enrolSteps = ['organisation', 'personer', 'tjenester', 'kontrol'] as const

export type EnrolStep = (typeof enrolSteps)[number]

/** The page of one enrolment: where it is, and what happens next. */
export function enrolmentPath(reference: string): string {
  return `${enrolPaths.start}/${reference}`
}

export function enrolStepPath(reference: string, step: EnrolStep): string {
  return `${enrolmentPath(reference)}/${step}`
}

export type EnrolmentDeed = 'underskrift' | 'papir' | 'ret' | 'svar' | 'traek-tilbage' | 'tilmelding.pdf'

export function enrolmentDeedPath(reference: string, deed: EnrolmentDeed): string {
  return `${enrolmentPath(reference)}/${deed}`
}

export type DecideDeed = 'godkend' | 'spoerg' | 'afvis' | 'papir' | 'tilmelding.pdf'

/** The page where system management decides one. */
export function decidePath(id: string, deed?: DecideDeed): string {
  return `${enrolPaths.list}/${id}${deed === undefined ? '' : `/${deed}`}`
}

/** One paper of an enrolment, for whoever decides it. */
export function decidePaperPath(id: string, paperId: string): string {
  return `${decidePath(id, 'papir')}/${paperId}`
}
