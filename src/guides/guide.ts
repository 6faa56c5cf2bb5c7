/**
 * What a guide is: tasks, each a list of short sentences. What a sentence says to press, fill in or see has its name from the
 * page where it stands, so that a guide cannot fall behind, and a script can do what it says.
 */
import type { Language } from '../web/languages.ts'

export type Words<Text> = Readonly<Record<Language, Text>>
type Name = (language: Language) => string

export type Place =
  /** A button, a link, a tick or something folded, by the name it shows. */
  | { readonly kind: 'press'; readonly name: Name }
  /** What the reader writes or chooses something in. */
  | { readonly kind: 'field'; readonly name: Name }
  /** The reader’s own: a role, a colleague. Pressed, by the name that only the reader knows. */
  | { readonly kind: 'own'; readonly name: Name }
  /** What the page then says. */
  | { readonly kind: 'sees'; readonly name: Name }
  /** A page to open, led to from here. */
  | { readonly kind: 'page'; readonly name: Name; readonly href: string }

export interface TaskWords {
  readonly title: string
  readonly steps: readonly string[]
  /** What is worth knowing besides; not a step. */
  readonly note?: string
  /** What its picture shows, for those who cannot see it. */
  readonly picture?: string
}

export interface GuideWords {
  readonly title: string
  /** Who it is for, as one says it of oneself. */
  readonly who: string
  readonly lead: string
  readonly tasks: Readonly<Record<string, TaskWords>>
}

export interface TaskFacts {
  /** Its part of the address; pages of the product lead to it. */
  readonly anchor: string
  /** Its sentences are no steps: in whatever order. */
  readonly loose?: true
  /** By the name that stands in braces in the sentences. */
  readonly places?: Readonly<Record<string, Place>>
  /** Name of its picture below `pictures/`, one for each language. */
  readonly picture?: string
}

export interface Task extends TaskFacts {
  readonly places: Readonly<Record<string, Place>>
  readonly words: Words<TaskWords>
}

export interface Guide {
  readonly slug: string
  readonly words: Words<GuideWords>
  readonly tasks: readonly Task[]
}

/** Joins the words of a guide, in both languages, with where its sentences lead; the tasks stand in the order of `facts`. */
export function defineGuide<Text extends GuideWords>(
  slug: string,
  words: Words<Text>,
  facts: Readonly<Record<keyof Text['tasks'] & string, TaskFacts>>,
): Guide {
  const tasks = Object.entries<TaskFacts>(facts).map(([key, { places = {}, ...rest }]) => ({
    ...rest,
    places,
    words: { da: taskOf(words.da, key), en: taskOf(words.en, key) },
  }))
  return { slug, words, tasks }
}

function taskOf(words: GuideWords, key: string): TaskWords {
  const task = words.tasks[key]
  if (!task) throw new Error(`the guide has no words for ${key}`)
  return task
}

/** A name out of a page's own texts. What the page fills in there itself is left open: `Giv … rollen …`. */
const named =
  <Kind extends 'press' | 'field' | 'sees'>(kind: Kind) =>
  <Text>(text: Words<Text>, pick: (text: Text) => string) => ({
    kind,
    name: (language: Language) => pick(text[language]).replace(/\{\w+\}/g, '…'),
  })

export const press = named('press')
export const field = named('field')
export const sees = named('sees')

/** A page, by the name its own texts have for it. */
export const page = <Text>(href: string, text: Words<Text>, pick: (text: Text) => string): Place => ({
  kind: 'page',
  href,
  name: (language) => pick(text[language]),
})

export const own = (da: string, en: string): Place => ({ kind: 'own', name: (language) => ({ da, en })[language] })

/** Where they all are, by who one is. */
export const guidesPath = '/vejledninger'

export const guideAddress = (slug: string, anchor?: string) => `${guidesPath}/${slug}${anchor ? `#${anchor}` : ''}`
