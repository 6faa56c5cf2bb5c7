/** Who an assertion is about, and whether its bearer may come to us with it (SAML core §2.4, profiles §4.1.4.2). */
import type { Subject } from '../../../brokering/authentication.ts'
import { MessageRefused } from '../message-refused.ts'
import { ns } from '../xml/namespaces.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { requireAnswerTo } from './message-head.ts'
import type { Validity } from './validity.ts'

export interface SubjectExpectations {
  readonly acsUrl: string
  readonly inResponseTo: string | null
}

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

/** An assertion is used at once; a confirmation that holds for longer than this is a mistake (G36). */
const longestConfirmationSeconds = 3600

export function readSubject(assertion: XmlElement, expected: SubjectExpectations, validity: Validity) {
  const subject = assertion.optionalChild(ns.saml, 'Subject')
  if (subject === undefined) throw new MessageRefused('subject-missing')
  const bearers = subject
    .children(ns.saml, 'SubjectConfirmation')
    .filter((confirmation) => confirmation.attribute('Method') === bearer)
  return { nameId: readNameId(subject), confirmedUntil: confirmedUntil(bearers, expected, validity) }
}

/** One confirmation is enough (profiles §4.1.4.3); when none holds, the first says why. */
function confirmedUntil(bearers: readonly XmlElement[], expected: SubjectExpectations, validity: Validity): Date {
  let refusal = new MessageRefused('subject-confirmation-missing')
  for (const [index, confirmation] of bearers.entries()) {
    try {
      return checkBearer(confirmation, expected, validity)
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error
      if (index === 0) refusal = error
    }
  }
  throw refusal
}

function checkBearer(confirmation: XmlElement, expected: SubjectExpectations, validity: Validity): Date {
  const data = confirmation.optionalChild(ns.saml, 'SubjectConfirmationData')
  const until = data?.attribute('NotOnOrAfter')
  if (data === undefined || until === undefined) throw new MessageRefused('subject-confirmation-missing', 'no expiry')
  if (data.attribute('Recipient') !== expected.acsUrl) throw new MessageRefused('recipient-wrong')
  requireAnswerTo(data.attribute('InResponseTo'), expected.inResponseTo)
  const from = data.attribute('NotBefore')
  if (from !== undefined) validity.begun(from)
  return validity.notOver(until, longestConfirmationSeconds)
}

const longestNameId = 1024
/** No space around it and no control character within it: such a value is a mistake or a trick, and is not tidied up (G35). */
const plainValue = /^(?=\S)[^\p{Cc}]*\S$/u

function readNameId(subject: XmlElement): Subject {
  const [nameId, ...more] = subject.elements.filter((child) => !child.is(ns.saml, 'SubjectConfirmation'))
  if (nameId === undefined) throw new MessageRefused('subject-missing', 'no NameID')
  // BaseID and EncryptedID are not in OIOSAML.
  if (more.length > 0 || !nameId.is(ns.saml, 'NameID')) throw new MessageRefused('name-id-malformed', nameId.name)
  const value = nameId.text
  if (!plainValue.test(value) || value.length > longestNameId) throw new MessageRefused('name-id-malformed')
  return {
    value,
    format: nameId.attribute('Format') ?? null,
    nameQualifier: nameId.attribute('NameQualifier') ?? null,
    spNameQualifier: nameId.attribute('SPNameQualifier') ?? null,
  }
}
