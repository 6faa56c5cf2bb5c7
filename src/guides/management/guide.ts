/** For system management: organisations, services and log-ins of all of SEB. */
import { sebLog } from '../../access/log/log-paths.ts'
import { logText } from '../../access/log/text.ts'
import { grantsText } from '../../access/management/grants/text.ts'
import { managementPaths } from '../../access/management/management-paths.ts'
import { organisationsText } from '../../access/management/organisations/text.ts'
import { providersText } from '../../access/management/providers/text.ts'
import { changesText } from '../../access/management/services/changes/text.ts'
import { changeRequestsPath, servicesPath } from '../../access/management/services/services-paths.ts'
import { servicesText } from '../../access/management/services/text.ts'
import { managementText } from '../../access/management/text.ts'
import { newServicePaths } from '../../access/new-service/new-service-paths.ts'
import { newServiceText } from '../../access/new-service/text.ts'
import { decideText as enrolmentText } from '../../enrolment/decide/text.ts'
import { enrolPaths } from '../../enrolment/enrolment-paths.ts'
import { reviewPaths } from '../../reviews/reviews-paths.ts'
import { reviewsText } from '../../reviews/text.ts'
import { defineGuide, field, own, page, press, sees } from '../guide.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const organisations = page(managementPaths.organisations, organisationsText, (text) => text.title)
/** How every task about an organisation begins. */
const theOrganisation = {
  organisations,
  search: field(organisationsText, (text) => text.search),
  show: press(managementText, (text) => text.show),
  organisation: own('organisationen', 'the organisation'),
}
const providers = page(managementPaths.providers, providersText, (text) => text.title)

export const managementGuide = defineGuide(
  'systemforvaltning',
  { da, en },
  {
    organisation: {
      anchor: 'opret-organisation',
      places: {
        organisations,
        create: press(organisationsText, (text) => text.create),
        cvr: field(managementText, (text) => text.cvr),
        name: field(managementText, (text) => text.name),
        kind: field(managementText, (text) => text.kind),
        createNow: press(organisationsText, (text) => text.createNow),
        created: sees(organisationsText, (text) => text.done.oprettet),
      },
    },
    chief: {
      anchor: 'overbrugeradministrator',
      places: {
        ...theOrganisation,
        chief: press(organisationsText, (text) => text.chief),
        choose: press(organisationsText, (text) => text.appoint),
        appointed: sees(organisationsText, (text) => text.done.udpeget),
      },
    },
    grant: {
      anchor: 'giv-tjeneste',
      picture: 'giv-tjeneste',
      places: {
        ...theOrganisation,
        give: press(grantsText, (text) => text.giveService),
        service: own('tjenesten', 'the service'),
        effect: press(grantsText, (text) => text.seeEffect),
        giveNow: press(grantsText, (text) => text.giveNow),
        given: sees(organisationsText, (text) => text.done['adgang-givet']),
      },
    },
    enrolments: {
      anchor: 'tilmeldinger',
      places: {
        enrolments: page(enrolPaths.list, enrolmentText, (text) => text.title),
        one: own('tilmeldingen', 'the enrolment'),
        approve: press(enrolmentText, (text) => text.approveButton),
      },
    },
    newService: {
      anchor: 'nye-tjenester',
      places: {
        newServices: page(newServicePaths.managed, newServiceText, (text) => text.managed.title),
        one: own('anmodningen', 'the request'),
        give: press(newServiceText, (text) => text.managed.give),
        effect: press(grantsText, (text) => text.seeEffect),
        giveNow: press(grantsText, (text) => text.giveNow),
      },
    },
    takeBack: {
      anchor: 'tag-tjeneste-tilbage',
      places: {
        ...theOrganisation,
        takeBack: press(organisationsText, (text) => text.takeBack),
        takeBackNow: press(grantsText, (text) => text.takeBackNow),
        taken: sees(organisationsText, (text) => text.done['taget-tilbage']),
      },
    },
    change: {
      anchor: 'aendringsoensker',
      places: {
        changes: page(changeRequestsPath, changesText, (text) => text.title),
        request: own('ønsket', 'the request'),
        approve: press(changesText, (text) => text.approve),
        approved: sees(servicesText, (text) => text.done.godkendt),
      },
    },
    service: {
      anchor: 'opret-tjeneste',
      places: {
        services: page(servicesPath, servicesText, (text) => text.title),
        create: press(servicesText, (text) => text.create),
        metadata: field(servicesText, (text) => text.form.metadata),
        createNow: press(servicesText, (text) => text.form.create),
      },
    },
    provider: {
      anchor: 'identitetsudbyder',
      places: {
        providers,
        add: press(providersText, (text) => text.add),
        read: press(providersText, (text) => text.read),
        save: press(providersText, (text) => text.save),
      },
    },
    off: {
      anchor: 'sluk',
      places: {
        providers,
        provider: own('dens navn', 'its name'),
        off: press(providersText, (text) => text.switchOff),
        offNow: press(providersText, (text) => text.switchOffNow),
        done: sees(providersText, (text) => text.done.slukket),
      },
    },
    review: {
      anchor: 'kontrol-hos-mange',
      places: {
        everywhere: page(reviewPaths.everywhere, reviewsText, (text) => text.everywhere.title),
        start: press(reviewsText, (text) => text.start),
      },
    },
    close: {
      anchor: 'luk-organisation',
      places: {
        ...theOrganisation,
        close: press(organisationsText, (text) => text.close),
        closeNow: press(organisationsText, (text) => text.closeNow),
        closed: sees(organisationsText, (text) => text.done.lukket),
      },
    },
    log: {
      anchor: 'find-haendelse',
      places: {
        log: page(sebLog.log, logText, (text) => text.sealedTitle),
        reference: field(logText, (text) => text.filters.reference),
        show: press(logText, (text) => text.filters.show),
      },
    },
  },
)
