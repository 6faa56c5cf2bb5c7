/** For the service desk: operational messages, and what is needed to help. */
import { mailTroubleText as mailText } from '../../access/management/mail/text.ts'
import { managementPaths } from '../../access/management/management-paths.ts'
import { organisationsText } from '../../access/management/organisations/text.ts'
import { orphansText } from '../../access/management/orphans/text.ts'
import { managementText } from '../../access/management/text.ts'
import { casesPaths } from '../../desk/cases/cases-paths.ts'
import { casesText } from '../../desk/cases/text.ts'
import { editorPaths } from '../../status/editor/editor-paths.ts'
import { editorText } from '../../status/editor/text.ts'
import { defineGuide, field, own, page, press, sees } from '../guide.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const cases = page(casesPaths.list, casesText, (text) => text.title)
const messages = page(editorPaths.list, editorText, (text) => text.title)
const publishing = {
  part: own('det, det gælder', 'what it concerns'),
  publish: press(editorText, (text) => text.publish),
  published: sees(editorText, (text) => text.done.udgivet),
}

export const deskGuide = defineGuide(
  'servicedesk',
  { da, en },
  {
    incident: {
      anchor: 'fejl',
      picture: 'driftsbesked',
      places: {
        messages,
        incident: press(editorText, (text) => text.writeIncident),
        text: field(editorText, (text) => text.textDa),
        effect: press(editorText, (text) => text.effects.unstable),
        priority: field(editorText, (text) => text.priority),
        ...publishing,
      },
    },
    window: {
      anchor: 'servicevindue',
      places: {
        messages,
        window: press(editorText, (text) => text.writeWindow),
        begins: field(editorText, (text) => text.begins),
        time: field(editorText, (text) => text.time),
        ends: field(editorText, (text) => text.ends),
        go: press(editorText, (text) => text.go),
        ...publishing,
      },
    },
    solved: {
      anchor: 'loest',
      places: {
        messages,
        message: own('beskeden', 'the message'),
        end: press(editorText, (text) => text.end.incident),
        ended: sees(editorText, (text) => text.done.afsluttet),
      },
    },
    newCase: {
      anchor: 'ny-sag',
      places: {
        cases,
        create: press(casesText, (text) => text.create),
        subject: field(casesText, (text) => text.new.subject),
        asked: field(casesText, (text) => text.new.words),
        kind: field(casesText, (text) => text.new.kind),
        name: field(casesText, (text) => text.new.name),
        phone: field(casesText, (text) => text.new.phone),
        save: press(casesText, (text) => text.new.save),
        created: sees(casesText, (text) => text.done.oprettet),
      },
    },
    workCase: {
      anchor: 'sager',
      places: {
        cases,
        one: own('sagen', 'the case'),
        take: press(casesText, (text) => text.deeds.take),
        resolve: press(casesText, (text) => text.deeds.resolve),
        resolved: sees(casesText, (text) => text.done.loes),
      },
    },
    orphans: {
      anchor: 'uden-administrator',
      places: { orphans: page(managementPaths.orphans, orphansText, (text) => text.title) },
    },
    organisation: {
      anchor: 'organisation',
      places: {
        organisations: page(managementPaths.organisations, organisationsText, (text) => text.title),
        search: field(organisationsText, (text) => text.search),
        show: press(managementText, (text) => text.show),
        organisation: own('organisationen', 'the organisation'),
      },
    },
    mail: { anchor: 'mail', places: { mail: page(managementPaths.mail, mailText, (text) => text.title) } },
  },
)
