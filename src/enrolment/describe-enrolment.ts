/** An enrolment as it is read before it is signed: what was typed, in words. */
import { managementText } from '../access/management/text.ts'
import { fillText } from '../web/fill.ts'
import { formatDateTime } from '../web/format.ts'
import type { Language } from '../web/languages.ts'
import { type DocumentText, da } from './document.da.ts'
import { en } from './document.en.ts'
import type { EnrolmentFacts, FactRow, SignatureBlock } from './enrolment-facts.ts'
import type { Signature } from './enrolments.store.ts'
import type { OfferedService } from './offered-services.store.ts'
import { peopleOf, type TypedEnrolment, type TypedPerson, unitsOf } from './typed-enrolment.ts'

const documentText: Record<Language, DocumentText> = { da, en }

export function describeEnrolment(
  { typed, reference }: { typed: TypedEnrolment; reference: string },
  { services, language, deskMail }: { services: readonly OfferedService[]; language: Language; deskMail: string },
): EnrolmentFacts {
  const text = documentText[language]
  const { organisation, people, serviceIds } = typed
  const named = { organisation: organisation.name }
  const { officer, chief, signer } = peopleOf(people)
  const units = unitsOf(organisation)
  return {
    language,
    title: fillText(text.title, named),
    reference,
    sections: [
      {
        heading: text.organisation,
        rows: [
          {
            label: text.name,
            values: [
              organisation.name,
              ...(organisation.kind ? [managementText[language].kinds[organisation.kind]] : []),
            ],
          },
          { label: text.cvr, values: [spaced(organisation.cvr)] },
          { label: text.address, values: [organisation.address] },
          ...units.map((unit) => ({
            label: text.unit,
            values: [
              unit.name,
              ...(['sor', 'pNumber', 'ydernummer'] as const)
                .filter((number) => unit[number] !== '')
                .map((number) => fillText(text[number], { number: unit[number] })),
            ],
          })),
          ...(units.length === 0 ? [{ label: text.unit, values: [text.noUnits] }] : []),
        ],
      },
      {
        heading: text.people,
        rows: [
          { label: text.officer, values: personLines(officer, text) },
          { label: text.chief, values: personLines(chief, text) },
          { label: text.signer, values: personLines(signer, text) },
        ],
      },
      {
        heading: text.services,
        rows: services
          .filter(({ id }) => serviceIds.includes(id))
          .map(({ name }) => ({ label: text.service, values: [name[language]] })),
      },
    ],
    promises: { lead: fillText(text.promises.lead, named), items: Object.values(text.promises.items) },
    signature: {
      kind: 'blank',
      heading: text.signature,
      lines: Object.values(text.blank.lines),
      handIn: Object.values(text.blank.handIn).map((line) => fillText(line, { mail: deskMail, reference })),
    },
  }
}

/** The signature as it stands below the document that was signed. */
export function signatureBlock(signature: Signature, language: Language): SignatureBlock {
  const text = documentText[language]
  const rows: FactRow[] = [
    { label: text.signed.by, values: [signature.name] },
    { label: text.signed.at, values: [formatDateTime(signature.at, language)] },
    { label: text.signed.how, values: [fillText(text.signed.logIn, { cvr: spaced(signature.cvr) })] },
    { label: text.signed.hash, values: [signature.shown_hash] },
  ]
  return { kind: 'signed', heading: text.signature, rows }
}

function personLines({ name, email, phone, ...person }: TypedPerson, text: DocumentText): string[] {
  return [name, ...(person.function === '' ? [] : [person.function]), email, fillText(text.phone, { number: phone })]
}

/** `99 30 51 18`, as people read it. */
function spaced(cvr: string): string {
  return cvr.replace(/(\d{2})(?=\d)/g, '$1 ')
}
