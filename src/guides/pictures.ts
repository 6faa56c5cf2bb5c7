/** The pictures of the guides, taken of the running product by `npm run guide-pictures`: all of one size, one for each language. */
import { existsSync } from 'node:fs'
import { fromRoot } from '../base/root.ts'
import { type Language, languages } from '../web/languages.ts'
import { guides } from './guides.ts'

/** In the pixels of a page. */
export const pictureSize = { width: 800, height: 450 } as const

export const pictureName = (name: string, language: Language) => `${name}-${language}.webp`

/** Every file the guides show and that has been taken: without any the product runs, and pictures of it can be taken. */
export function pictureFiles(): string[] {
  const names = new Set(guides.flatMap(({ tasks }) => tasks.flatMap(({ picture }) => picture ?? [])))
  return [...names].flatMap((name) =>
    languages.map((language) => fromRoot('src', 'guides', 'pictures', pictureName(name, language))).filter(existsSync),
  )
}
