/** Where the guide for administrators stands, and the part of its page that is about each task. The room of guides shows it. */
export const administratorGuide = '/vejledninger/brugeradministrator'

/** In the order a newcomer meets them: task → the part's name in the address. */
export const guideParts = {
  give: 'giv-laeseadgang',
  why: 'hvorfor',
  create: 'ny-medarbejder',
  takeBack: 'tag-tilbage',
  ask: 'hvem-kan-hjaelpe',
} as const

export type GuideTask = keyof typeof guideParts
export const guideTasks = Object.keys(guideParts) as GuideTask[]
