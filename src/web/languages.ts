/** The languages of the pages. Danish is the first: whoever has said nothing gets Danish. */
export const languages = ['da', 'en'] as const

export type Language = (typeof languages)[number]

/** True for a language SEB has texts in. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}
