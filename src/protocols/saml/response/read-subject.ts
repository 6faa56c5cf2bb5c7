/** Who an assertion is about, and whether its bearer may come to us with it (SAML core §2.4, profiles §4.1.4.2). */
import type { Subject } from '../../../brokering/authentication.ts'
import { MessageRefused } from '../message-refused.ts'
import { readNameId } from '../name-id.ts'
import { ns } from '../xml/namespaces.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { requireAnswerTo } from './require-answer-to.ts'
import { readBegun, readEnd } from './validity.ts'

export interface SubjectExpectations {
  readonly acsUrl: string
  readonly inResponseTo: string | null
  readonly now: Date
}

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

/** An assertion is used at once; a confirmation that holds for longer than this is a mistake (G36). */
const longestConfirmationSeconds = 3600

export function readSubject(assertion: XmlElement, expected: SubjectExpectations) {
  const subject = assertion.optionalChild(ns.saml, 'Subject')
  if (subject === undefined) throw new MessageRefused('subject-missing')
  const bearers = subject
    .children(ns.saml, 'SubjectConfirmation')
    .filter((confirmation) => confirmation.attribute('Method') === bearer)
  return { nameId: readPlainNameId(subject), confirmedUntil: confirmedUntil(bearers, expected) }
}

/** One confirmation is enough (profiles §4.1.4.3); when none holds, the first says why. */
function confirmedUntil(bearers: readonly XmlElement[], expected: SubjectExpectations): Date {
  let refusal: MessageRefused | undefined
  for (const confirmation of bearers) {
    try {
      return checkBearer(confirmation, expected)
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error
      refusal ??= error
    }
  }
  throw refusal ?? new MessageRefused('subject-confirmation-missing')
}

function checkBearer(confirmation: XmlElement, expected: SubjectExpectations): Date {
  const data = confirmation.optionalChild(ns.saml, 'SubjectConfirmationData')
  const until = data?.attribute('NotOnOrAfter')
  if (data === undefined || until === undefined) throw new MessageRefused('subject-confirmation-missing', 'no expiry')
  if (data.attribute('Recipient') !== expected.acsUrl) throw new MessageRefused('recipient-wrong')
  requireAnswerTo(data, expected.inResponseTo)
  const from = data.attribute('NotBefore')
  if (from !== undefined) readBegun(from, expected.now)
  return readEnd(until, expected.now, longestConfirmationSeconds)
}

/** No space around it and no control character within it: such a value is a mistake or a trick, and is not tidied up (G35). */
const plainValue = /^(?=\S)[^\p{Cc}]*\S$/u

/** BaseID and EncryptedID are not in OIOSAML, and not understood beside or instead of a NameID. */
function readPlainNameId(subject: XmlElement): Subject {
  const nameId = readNameId(subject)
  if (!plainValue.test(nameId.value)) throw new MessageRefused('name-id-malformed')
  const others = subject.elements.filter(
    (child) => !child.is(ns.saml, 'NameID') && !child.is(ns.saml, 'SubjectConfirmation'),
  )
  if (others.length > 0) throw new MessageRefused('name-id-malformed', 'something beside NameID')
  return nameId
}
