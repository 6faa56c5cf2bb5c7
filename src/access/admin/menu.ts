/** The menu of the administration, in order. A page that is not built has no line here. */

import { noticePaths } from '../../notices/notice-paths.ts'
import type { Language } from '../../web/languages.ts'
import { type Capacity, isOfOrganisation, worldOf } from '../capacities/capacity.ts'
import { breachesText } from '../conflicts/breaches-text.ts'
import { breachesPath, managedConflicts, ownedConflicts } from '../conflicts/conflict-paths.ts'
import { rulesText } from '../conflicts/rules-text.ts'
import { organisationLog, sebLog } from '../log/log-paths.ts'
import { logText } from '../log/text.ts'
import { grantsText } from '../management/grants/text.ts'
import { mailTroubleText } from '../management/mail/text.ts'
import { managementPaths } from '../management/management-paths.ts'
import { organisationsText } from '../management/organisations/text.ts'
import { orphansText } from '../management/orphans/text.ts'
import { providersText } from '../management/providers/text.ts'
import { changesText } from '../management/services/changes/text.ts'
import { metadataText } from '../management/services/metadata/text.ts'
import { below, changeRequestsPath, ownerPath, servicesPath } from '../management/services/services-paths.ts'
import { servicesText } from '../management/services/text.ts'
import { managementText } from '../management/text.ts'
import { may } from '../may.ts'
import { minePaths } from '../mine/mine-paths.ts'
import { myNoticesText } from '../mine/notices/text.ts'
import { newServicePaths } from '../new-service/new-service-paths.ts'
import { newServiceText } from '../new-service/text.ts'
import { adminPaths } from './admin-paths.ts'
import { administratorsText } from './administrators/text.ts'
import { bulkText } from './bulk/text.ts'
import { employeesText } from './employees/text.ts'
import { exportText } from './export/text.ts'
import { overviewText } from './overview/text.ts'
import { rolesText } from './roles/text.ts'
import { unitsText } from './units/text.ts'

export interface MenuEntry {
  name: Record<Language, string>
  href: string
  shownTo: (capacity: Capacity) => boolean
}

export const adminMenu: readonly { title: Record<Language, string>; items: readonly MenuEntry[] }[] = [
  {
    title: { da: employeesText.da.people, en: employeesText.en.people },
    items: [
      {
        name: { da: overviewText.da.menu, en: overviewText.en.menu },
        href: adminPaths.home,
        shownTo: (capacity) =>
          isOfOrganisation(capacity) && may(capacity, 'see-employees', { organisationId: capacity.organisation.id }),
      },
      {
        name: { da: 'Anmodninger', en: 'Requests' },
        href: adminPaths.requests,
        shownTo: (capacity) =>
          isOfOrganisation(capacity) && may(capacity, 'see-requests', { organisationId: capacity.organisation.id }),
      },
      {
        name: { da: employeesText.da.title, en: employeesText.en.title },
        href: adminPaths.employees,
        shownTo: (capacity) => {
          const organisationId = worldOf(capacity)?.organisation.id
          return organisationId !== undefined && may(capacity, 'see-employees', { organisationId })
        },
      },
      {
        name: { da: rolesText.da.title, en: rolesText.en.title },
        href: adminPaths.roles,
        shownTo: (capacity) =>
          isOfOrganisation(capacity) && may(capacity, 'see-roles', { organisationId: capacity.organisation.id }),
      },
      {
        name: { da: unitsText.da.title, en: unitsText.en.title },
        href: adminPaths.units,
        shownTo: (capacity) =>
          isOfOrganisation(capacity) && may(capacity, 'see-units', { organisationId: capacity.organisation.id }),
      },
      {
        name: { da: administratorsText.da.title, en: administratorsText.en.title },
        href: adminPaths.administrators,
        shownTo: (capacity) =>
          isOfOrganisation(capacity) &&
          may(capacity, 'appoint-administrator', { organisationId: capacity.organisation.id }),
      },
      {
        // These pages stand in a later room (src/emergency/).
        name: { da: 'Nødadgang', en: 'Emergency access' },
        href: '/admin/noedadgang',
        shownTo: (capacity) =>
          isOfOrganisation(capacity) && may(capacity, 'review-emergency', { organisationId: capacity.organisation.id }),
      },
      {
        name: { da: bulkText.da.title, en: bulkText.en.title },
        href: adminPaths.bulk,
        shownTo: (capacity) =>
          isOfOrganisation(capacity) && may(capacity, 'change-in-bulk', { organisationId: capacity.organisation.id }),
      },
    ],
  },
  {
    title: { da: 'Organisationen', en: 'The organisation' },
    items: [
      {
        name: { da: logText.da.title, en: logText.en.title },
        href: organisationLog.log,
        shownTo: (capacity) => {
          const organisationId = worldOf(capacity)?.organisation.id
          return organisationId !== undefined && may(capacity, 'see-organisation-log', { organisationId })
        },
      },
      {
        name: { da: breachesText.da.title, en: breachesText.en.title },
        href: breachesPath,
        shownTo: (capacity) =>
          isOfOrganisation(capacity) &&
          may(capacity, 'see-role-conflicts', { organisationId: capacity.organisation.id }),
      },
      {
        name: { da: exportText.da.title, en: exportText.en.title },
        href: adminPaths.exports,
        shownTo: (capacity) =>
          isOfOrganisation(capacity) && may(capacity, 'export-access', { organisationId: capacity.organisation.id }),
      },
      {
        name: { da: 'Kontrol', en: 'Review' },
        // The pages stand in a later room (src/reviews/).
        href: '/admin/kontrol',
        shownTo: (capacity) => {
          const organisationId = worldOf(capacity)?.organisation.id
          if (organisationId === undefined) return false
          return (
            may(capacity, 'review-access', { organisationId }) ||
            may(capacity, 'read-review-report', { organisationId })
          )
        },
      },
      {
        name: { da: newServiceText.da.title, en: newServiceText.en.title },
        href: newServicePaths.own,
        shownTo: (capacity) =>
          isOfOrganisation(capacity) && may(capacity, 'ask-for-service', { organisationId: capacity.organisation.id }),
      },
    ],
  },
  {
    title: { da: managementText.da.section, en: managementText.en.section },
    items: [
      {
        // The desk's day begins there (src/desk/cases/).
        name: { da: 'Servicedesk', en: 'Service desk' },
        href: '/desk',
        shownTo: (capacity) => capacity.kind === 'service-desk' && may(capacity, 'work-cases', {}),
      },
      {
        name: { da: organisationsText.da.title, en: organisationsText.en.title },
        href: managementPaths.organisations,
        shownTo: (capacity) => may(capacity, 'see-all-organisations', {}),
      },
      {
        // The pages stand in a later room (src/enrolment/decide/).
        name: { da: 'Tilmeldinger', en: 'Enrolments' },
        href: '/forvaltning/tilmeldinger',
        shownTo: (capacity) => may(capacity, 'see-enrolments', {}),
      },
      {
        name: { da: orphansText.da.title, en: orphansText.en.title },
        href: managementPaths.orphans,
        shownTo: (capacity) => may(capacity, 'see-all-organisations', {}),
      },
      {
        name: { da: grantsText.da.title, en: grantsText.en.title },
        href: managementPaths.grants,
        shownTo: (capacity) => may(capacity, 'grant-service', {}),
      },
      {
        name: { da: newServiceText.da.managed.title, en: newServiceText.en.managed.title },
        href: newServicePaths.managed,
        shownTo: (capacity) => may(capacity, 'grant-service', {}),
      },
      {
        name: { da: providersText.da.title, en: providersText.en.title },
        href: managementPaths.providers,
        shownTo: (capacity) => may(capacity, 'change-identity-providers', {}),
      },
      {
        name: { da: servicesText.da.title, en: servicesText.en.title },
        href: servicesPath,
        shownTo: (capacity) => may(capacity, 'change-services', {}),
      },
      {
        name: { da: rulesText.da.title, en: rulesText.en.title },
        href: managedConflicts,
        shownTo: (capacity) => may(capacity, 'change-role-conflicts', {}),
      },
      {
        name: { da: changesText.da.title, en: changesText.en.title },
        href: changeRequestsPath,
        shownTo: (capacity) => may(capacity, 'decide-change-request', {}),
      },
      {
        // These pages stand in a later room (src/desk/cases/).
        name: { da: 'Servicedesk', en: 'Service desk' },
        href: '/desk',
        shownTo: (capacity) => capacity.kind !== 'service-desk' && may(capacity, 'work-cases', {}),
      },
      {
        name: { da: 'Driftsbeskeder', en: 'Operational messages' },
        // The pages stand in a later room (src/status/editor/).
        href: '/desk/drift',
        shownTo: (capacity) => may(capacity, 'publish-status', {}),
      },
      {
        name: { da: 'Kontrol', en: 'Reviews' },
        href: '/forvaltning/kontrol',
        shownTo: (capacity) => may(capacity, 'start-reviews-everywhere', {}),
      },
      {
        name: { da: 'Nødadgang', en: 'Emergency access' },
        href: '/forvaltning/noedadgang',
        shownTo: (capacity) => capacity.kind === 'system-management' && may(capacity, 'see-emergency-patterns', {}),
      },
      {
        name: { da: mailTroubleText.da.title, en: mailTroubleText.en.title },
        href: managementPaths.mail,
        shownTo: (capacity) => may(capacity, 'see-all-organisations', {}),
      },
      {
        name: { da: logText.da.sealedTitle, en: logText.en.sealedTitle },
        href: sebLog.log,
        shownTo: (capacity) => may(capacity, 'see-sealed-log', {}),
      },
    ],
  },
  {
    title: { da: servicesText.da.ownerSection, en: servicesText.en.ownerSection },
    items: [
      {
        name: { da: servicesText.da.ownTitle, en: servicesText.en.ownTitle },
        href: ownerPath,
        shownTo: ownsService,
      },
      {
        name: { da: changesText.da.title, en: changesText.en.title },
        href: below.requests(ownerPath),
        shownTo: ownsService,
      },
      {
        name: { da: rulesText.da.title, en: rulesText.en.title },
        href: ownedConflicts,
        shownTo: ownsService,
      },
      {
        name: { da: 'Nødadgang', en: 'Emergency access' },
        href: '/tjenesteejer/noedadgang',
        shownTo: ownsService,
      },
      {
        name: { da: metadataText.da.checkTitle, en: metadataText.en.checkTitle },
        href: below.checkMetadata(ownerPath),
        shownTo: ownsService,
      },
    ],
  },
  {
    title: { da: 'Dig selv', en: 'Yourself' },
    items: [
      { name: { da: 'Min adgang', en: 'My access' }, href: minePaths.home, shownTo: isOfOrganisation },
      { name: { da: 'Bed om adgang', en: 'Ask for access' }, href: minePaths.ask, shownTo: mayAsk },
      { name: { da: 'Mine anmodninger', en: 'My requests' }, href: minePaths.requests, shownTo: mayAsk },
      {
        // This page stands in a later room (src/desk/missing/).
        name: { da: 'Vores administrator', en: 'Our administrator' },
        href: '/mig/administrator',
        shownTo: isOfOrganisation,
      },
      {
        name: { da: myNoticesText.da.title, en: myNoticesText.en.title },
        href: noticePaths.list,
        shownTo: (capacity) => may(capacity, 'read-own-notices', {}),
      },
    ],
  },
]

function mayAsk(capacity: Capacity): boolean {
  return isOfOrganisation(capacity) && may(capacity, 'ask-for-access', { accountId: capacity.accountId })
}

function ownsService(capacity: Capacity): boolean {
  return capacity.kind === 'service-owner' && may(capacity, 'change-own-service', { serviceId: capacity.service.id })
}

/** Where somebody's work begins: the first page of the menu that they may see; their capacities where there is none. */
export function firstPage(capacity: Capacity): string {
  const [first] = adminMenu.flatMap(({ items }) => items).filter(({ shownTo }) => shownTo(capacity))
  return first?.href ?? adminPaths.chooseCapacity
}
