/**
 * An enrolment as it is read before it is signed: plain headings, labels and values. The page, the document that is kept and
 * the PDF are all written from it, so they say the same.
 */
import type { Language } from '../web/languages.ts'

export interface EnrolmentFacts {
  language: Language
  /** Of the document: what it is, and of whom. */
  title: string
  /** What a person reads out on the phone: `4F7K92QD`. */
  reference: string
  sections: readonly FactSection[]
  /** What the signature makes the organisation answer for. */
  promises: { lead: string; items: readonly string[] }
  signature: SignatureBlock
}

export interface FactSection {
  heading: string
  rows: readonly FactRow[]
}

export interface FactRow {
  label: string
  /** One line each: the first is what it is, the others are said of it. */
  values: readonly string[]
}

export type SignatureBlock =
  /** To be signed on paper: a line to write on for each label, and how it is handed in. */
  | { kind: 'blank'; heading: string; lines: readonly string[]; handIn: readonly string[] }
  /** Signed in SEB: who, when, how, and the hash of what they saw. */
  | { kind: 'signed'; heading: string; rows: readonly FactRow[] }
