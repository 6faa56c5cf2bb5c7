/** For service owners: roles, metadata and keys of their service, and who uses it. */
import { ownedConflicts } from '../../access/conflicts/conflict-paths.ts'
import { rulesText } from '../../access/conflicts/rules-text.ts'
import { changesText } from '../../access/management/services/changes/text.ts'
import { metadataText } from '../../access/management/services/metadata/text.ts'
import { rolesText } from '../../access/management/services/roles/text.ts'
import { below, ownerPath } from '../../access/management/services/services-paths.ts'
import { servicesText } from '../../access/management/services/text.ts'
import { defineGuide, field, own, page, press, sees } from '../guide.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const service = page(ownerPath, servicesText, (text) => text.ownTitle)
const role = own('rollen', 'the role')
const asking = {
  why: field(changesText, (text) => text.askReason),
  ask: press(rolesText, (text) => text.ask),
}

export const ownerGuide = defineGuide(
  'tjenesteejer',
  { da, en },
  {
    role: {
      anchor: 'ret-rolle',
      places: {
        service,
        role,
        change: press(rolesText, (text) => text.change),
        description: field(rolesText, (text) => text.descriptionDa),
        ...asking,
        sent: sees(servicesText, (text) => text.done.sendt),
      },
    },
    newRole: {
      anchor: 'ny-rolle',
      places: {
        service,
        create: press(servicesText, (text) => text.newRole),
        key: field(rolesText, (text) => text.key),
        nameDa: field(rolesText, (text) => text.nameDa),
        nameEn: field(rolesText, (text) => text.nameEn),
        descriptionDa: field(rolesText, (text) => text.descriptionDa),
        descriptionEn: field(rolesText, (text) => text.descriptionEn),
        privileges: field(rolesText, (text) => text.privileges),
        save: press(rolesText, (text) => text.saveDraft),
      },
    },
    metadata: {
      anchor: 'tjek-metadata',
      places: {
        checkPage: page(below.checkMetadata(ownerPath), metadataText, (text) => text.checkTitle),
        xml: field(metadataText, (text) => text.field),
        check: press(metadataText, (text) => text.check),
      },
    },
    keys: {
      anchor: 'skift-noegle',
      places: { service, newMetadata: press(servicesText, (text) => text.changeMetadata) },
    },
    use: { anchor: 'hvem-bruger', places: { service, see: press(servicesText, (text) => text.useSee) } },
    retire: {
      anchor: 'udfas-rolle',
      places: {
        service,
        role,
        retire: press(rolesText, (text) => text.retire),
        lastDay: field(rolesText, (text) => text.lastDay),
        ...asking,
      },
    },
    conflict: {
      anchor: 'konflikter',
      places: {
        conflicts: page(ownedConflicts, rulesText, (text) => text.title),
        add: press(rulesText, (text) => text.add),
        nameDa: field(rulesText, (text) => text.nameDa),
        nameEn: field(rulesText, (text) => text.nameEn),
        one: own('den ene rolle', 'one role'),
        other: own('den anden rolle', 'the other role'),
        blocked: press(rulesText, (text) => text.effects.blocked),
        save: press(rulesText, (text) => text.save),
        saved: sees(rulesText, (text) => text.saved),
      },
    },
    follow: {
      anchor: 'aendringsoensker',
      places: { requests: page(below.requests(ownerPath), changesText, (text) => text.title) },
    },
  },
)
