/**
 * Who may use which route: the whole of it, one line a route. A route that has no line here fails `test/rooms.test.ts`, and
 * `every-route.test.ts` asks each as everybody. Whoever is not named gets the page of an address that does not exist.
 */
import type { Thing } from './things.ts'

export const capacities = [
  'anonymous',
  'citizen',
  'employee',
  'administrator',
  'limited administrator',
  'chief administrator',
  'security officer',
  'signatory',
  'administrator of Y',
  'chief administrator of Y',
  'system management',
  'service desk',
  'service owner',
  'auditor',
  'auditor of X',
] as const

export type CapacityName = (typeof capacities)[number]

export type Expected =
  /** Says nothing that depends on who asks, or looks after itself: the answer to an empty request, for everybody. */
  | { kind: 'everybody'; status: number; last?: true }
  /** For those in these capacities; `things`: what the parameters of the address, or of its query, are ids of. */
  | { kind: 'only'; who: readonly CapacityName[]; things: Readonly<Record<string, Thing>> }

const everybody = (status: number): Expected => ({ kind: 'everybody', status })
/** Ends the session of whoever asks, so it is asked when all else has been. */
const everybodyAtLast = (status: number): Expected => ({ kind: 'everybody', status, last: true })
const only = (who: readonly CapacityName[], things: Readonly<Record<string, Thing>> = {}): Expected => ({
  kind: 'only',
  who,
  things,
})

/** In their own organisation, where the address names nothing of it. */
const chiefs: CapacityName[] = ['chief administrator', 'chief administrator of Y']
const administrators: CapacityName[] = [...chiefs, 'administrator', 'limited administrator', 'administrator of Y']
/** Over what is of X; the limited one is limited to a unit where none of it is. */
const chiefHere: CapacityName[] = ['chief administrator']
const administratorsHere: CapacityName[] = ['chief administrator', 'administrator']
/** Over what belongs to no unit. */
const everyAdministratorHere: CapacityName[] = [...administratorsHere, 'limited administrator']
const withAccount: CapacityName[] = [...administrators, 'employee', 'security officer', 'signatory']
const systemManagement: CapacityName[] = ['system management']
const serviceOwner: CapacityName[] = ['service owner']
const organisationReaders: CapacityName[] = ['system management', 'service desk']
const logReaders: CapacityName[] = [...chiefs, 'security officer', 'auditor of X']
const sealedLogReaders: CapacityName[] = ['system management', 'auditor']
const whoeverIsKnown: CapacityName[] = [
  ...withAccount,
  ...organisationReaders,
  'service owner',
  'auditor',
  'auditor of X',
]

export const routeTable: Readonly<Record<string, Expected>> = {
  'GET /healthz': everybody(200),
  'GET /readyz': everybody(200),
  'GET /metrics': everybody(200),
  'GET /assets/:hash/:name': everybody(404),
  'GET /': everybody(200),
  'GET /kontakt': everybody(200),
  'GET /driftsstatus': everybody(200),
  'GET /driftsstatus/lokale-log-in': everybody(200),
  'GET /driftsstatus/beskeder': everybody(200),
  'GET /driftsstatus/beskeder/:id': everybody(404),
  'GET /driftsstatus/rss.xml': everybody(200),
  'GET /driftsstatus/atom.xml': everybody(200),
  'GET /driftsstatus/kalender.ics': everybody(200),
  'GET /driftsstatus/status.json': everybody(200),
  'GET /vejledninger/brugeradministrator': everybody(200),

  'GET /saml/metadata': everybody(200),
  'GET /saml/sp/metadata': everybody(200),
  'GET /saml/sso': everybody(400),
  'POST /saml/sso': everybody(400),
  'POST /saml/acs': everybody(400),
  'GET /saml/slo': everybody(400),
  'POST /saml/slo': everybody(400),
  'GET /saml/sp/slo': everybody(400),
  'POST /saml/sp/slo': everybody(400),

  'GET /login/vaelg': everybody(400),
  'POST /login/vaelg': everybody(400),
  'GET /login/husket': everybody(200),
  'POST /login/husket': everybody(303),
  'GET /login/videre': everybody(400),
  'GET /login/igen': everybody(400),
  'GET /login/organisation': everybody(400),
  'POST /login/organisation': everybody(400),
  'GET /login/afvist': everybody(400),
  'POST /login/afbryd': everybody(400),
  'GET /login/log-ud': everybody(200),
  'GET /login/log-ud/videre': everybody(303),
  'POST /login/log-ud': everybodyAtLast(303),

  'GET /admin': only(whoeverIsKnown),
  'GET /admin/handl-for': only(whoeverIsKnown),
  'POST /admin/handl-for': only(whoeverIsKnown),

  'GET /admin/medarbejdere': only([...administrators, 'auditor of X']),
  'GET /admin/medarbejdere/:id': only([...administratorsHere, 'auditor of X'], { id: 'account' }),
  'GET /admin/medarbejdere/:id/tildel': only(administratorsHere, { id: 'account' }),
  'GET /admin/medarbejdere/:id/tildel/:rolle': only(administratorsHere, { id: 'account', rolle: 'role' }),
  'POST /admin/medarbejdere/:id/tildel/:rolle': only(administratorsHere, { id: 'account', rolle: 'role' }),
  'GET /admin/medarbejdere/:id/simulator': only(administratorsHere, { id: 'account', tjeneste: 'service' }),
  'POST /admin/medarbejdere/:id/simulator': only(administratorsHere, { id: 'account', tjeneste: 'service' }),
  'GET /admin/medarbejdere/:id/roller/:rolle/tag-tilbage': only(administratorsHere, {
    id: 'account',
    rolle: 'assignment',
  }),
  'POST /admin/medarbejdere/:id/roller/:rolle/tag-tilbage': only(administratorsHere, {
    id: 'account',
    rolle: 'assignment',
  }),
  'GET /admin/medarbejdere/:id/spaer': only(administratorsHere, { id: 'account' }),
  'POST /admin/medarbejdere/:id/spaer': only(administratorsHere, { id: 'account' }),
  'GET /admin/medarbejdere/:id/aabn': only(administratorsHere, { id: 'suspended-account' }),
  'POST /admin/medarbejdere/:id/aabn': only(administratorsHere, { id: 'suspended-account' }),
  'GET /admin/medarbejdere/:id/ophoer': only(administratorsHere, { id: 'account' }),
  'POST /admin/medarbejdere/:id/ophoer': only(administratorsHere, { id: 'account' }),

  'GET /admin/medarbejdere/:id/roller/:rolle/ret': only(administratorsHere, { id: 'account', rolle: 'assignment' }),
  'POST /admin/medarbejdere/:id/roller/:rolle/ret': only(administratorsHere, { id: 'account', rolle: 'assignment' }),
  'GET /admin/medarbejdere/:id/flyt': only(administratorsHere, { id: 'account' }),
  'POST /admin/medarbejdere/:id/flyt': only(administratorsHere, { id: 'account' }),

  'GET /admin/medarbejdere/ny': only(administrators),
  'POST /admin/medarbejdere/ny': only(administrators),
  'GET /admin/medarbejdere/:id/inviter': only(administratorsHere, { id: 'invited-account' }),
  'POST /admin/medarbejdere/:id/inviter': only(administratorsHere, { id: 'invited-account' }),
  'POST /admin/medarbejdere/:id/inviter/traek-tilbage': only(administratorsHere, { id: 'invited-account' }),
  'GET /invitation': everybody(404),
  'POST /invitation': everybody(404),
  'GET /invitation/bekraeft': everybody(404),
  'POST /invitation/bekraeft': everybody(404),
  'GET /invitation/taget-imod': everybody(200),

  'GET /admin/roller': only(administrators),
  'GET /admin/roller/:id': only(everyAdministratorHere, { id: 'role' }),
  'GET /admin/roller/:id/giv': only(everyAdministratorHere, { id: 'role' }),

  'GET /admin/roller/pakker': only(administrators),
  'GET /admin/roller/pakker/ny': only(chiefs),
  'POST /admin/roller/pakker/ny': only(chiefs),
  'GET /admin/roller/pakker/:id': only(everyAdministratorHere, { id: 'bundle' }),
  'GET /admin/roller/pakker/:id/ret': only(chiefHere, { id: 'bundle' }),
  'POST /admin/roller/pakker/:id/ret': only(chiefHere, { id: 'bundle' }),
  'GET /admin/roller/pakker/:id/omfang': only(chiefHere, { id: 'bundle' }),
  'POST /admin/roller/pakker/:id/omfang': only(chiefHere, { id: 'bundle' }),
  'GET /admin/medarbejdere/:id/pakke/:pakke': only(administratorsHere, { id: 'account', pakke: 'bundle' }),
  'POST /admin/medarbejdere/:id/pakke/:pakke': only(administratorsHere, { id: 'account', pakke: 'bundle' }),
  'GET /admin/medarbejdere/:id/pakke/:pakke/opdater': only(administratorsHere, { id: 'account', pakke: 'bundle' }),
  'POST /admin/medarbejdere/:id/pakke/:pakke/opdater': only(administratorsHere, { id: 'account', pakke: 'bundle' }),
  'GET /admin/medarbejdere/:id/pakke/:pakke/tag-tilbage': only(administratorsHere, { id: 'account', pakke: 'bundle' }),
  'POST /admin/medarbejdere/:id/pakke/:pakke/tag-tilbage': only(administratorsHere, { id: 'account', pakke: 'bundle' }),
  'GET /admin/roller/pakker/:id/slet': only(chiefHere, { id: 'bundle' }),
  'POST /admin/roller/pakker/:id/slet': only(chiefHere, { id: 'bundle' }),
  'GET /admin/udtraek': only([...administrators, 'security officer']),
  'GET /admin/udtraek/hent': only([...administrators, 'security officer']),

  'GET /admin/masseaendring': only(administrators),
  'POST /admin/masseaendring': only(administrators),
  'GET /admin/masseaendring/skabelon.csv': only(administrators),
  'GET /admin/masseaendring/:id': only(chiefHere, { id: 'bulk-change' }),
  'GET /admin/masseaendring/:id/fejl.csv': only(chiefHere, { id: 'bulk-change' }),
  'POST /admin/masseaendring/:id/udfoer': only(chiefHere, { id: 'bulk-change' }),
  'POST /admin/masseaendring/valgte': only(administrators),
  'GET /admin/masseaendring/:id/hvad': only(chiefHere, { id: 'people-chosen' }),
  'POST /admin/masseaendring/:id/hvad': only(chiefHere, { id: 'people-chosen' }),
  'GET /admin/masseaendring/:id/fortryd': only(chiefHere, { id: 'bulk-change' }),
  'POST /admin/masseaendring/:id/fortryd': only(chiefHere, { id: 'bulk-change' }),

  'GET /admin/administratorer': only(chiefs),
  'GET /admin/administratorer/udpeg': only(chiefs),
  'GET /admin/administratorer/:id': only(chiefHere, { id: 'account' }),
  'POST /admin/administratorer/:id': only(chiefHere, { id: 'account' }),
  'GET /admin/administratorer/:id/fjern': only(chiefHere, { id: 'administrator-account' }),
  'POST /admin/administratorer/:id/fjern': only(chiefHere, { id: 'administrator-account' }),
  'GET /admin/administratorer/:id/vaek': only(chiefHere, { id: 'administrator-account' }),
  'POST /admin/administratorer/:id/vaek': only(chiefHere, { id: 'administrator-account' }),

  'GET /admin/enheder': only(administrators),
  'GET /admin/enheder/ny': only(chiefs),
  'POST /admin/enheder/ny': only(chiefs),
  'GET /admin/enheder/:id': only(administratorsHere, { id: 'unit' }),
  'GET /admin/enheder/:id/ret': only(chiefHere, { id: 'unit' }),
  'POST /admin/enheder/:id/ret': only(chiefHere, { id: 'unit' }),
  'GET /admin/enheder/:id/luk': only(chiefHere, { id: 'unit' }),
  'POST /admin/enheder/:id/luk': only(chiefHere, { id: 'unit' }),
  'POST /admin/enheder/:id/aabn': only(chiefHere, { id: 'unit' }),

  'GET /admin/log': only(logReaders),
  'GET /admin/log/log.csv': only(logReaders),
  'POST /admin/log/log.jsonl': only(logReaders),
  'POST /admin/log/navne': only(chiefs),
  'GET /forvaltning/log': only(sealedLogReaders),
  'GET /forvaltning/log/log.csv': only(sealedLogReaders),
  'POST /forvaltning/log/log.jsonl': only(sealedLogReaders),

  'GET /forvaltning/organisationer': only(organisationReaders),
  'GET /desk/drift': only(organisationReaders),
  'GET /desk/drift/ny': only(organisationReaders, { slags: 'kind-of-message' }),
  'POST /desk/drift/ny': only(organisationReaders),
  'GET /desk/drift/:id': only(organisationReaders, { id: 'status-message' }),
  'POST /desk/drift/:id': only(organisationReaders, { id: 'status-message' }),
  'GET /forvaltning/uden-administrator': only(organisationReaders),
  'GET /forvaltning/mail': only(organisationReaders),
  'GET /forvaltning/organisationer/ny': only(systemManagement),
  'POST /forvaltning/organisationer/ny': only(systemManagement),
  'GET /forvaltning/organisationer/:id': only(organisationReaders, { id: 'organisation' }),
  'GET /forvaltning/organisationer/:id/ret': only(systemManagement, { id: 'organisation' }),
  'POST /forvaltning/organisationer/:id/ret': only(systemManagement, { id: 'organisation' }),
  'GET /forvaltning/organisationer/:id/enheder/:enhed': only(systemManagement, { id: 'organisation', enhed: 'unit' }),
  'POST /forvaltning/organisationer/:id/enheder/:enhed': only(systemManagement, { id: 'organisation', enhed: 'unit' }),
  'GET /forvaltning/organisationer/:id/overbrugeradministrator': only(systemManagement, { id: 'organisation' }),
  'POST /forvaltning/organisationer/:id/overbrugeradministrator': only(systemManagement, { id: 'organisation' }),
  'GET /forvaltning/organisationer/:id/luk': only(systemManagement, { id: 'organisation' }),
  'POST /forvaltning/organisationer/:id/luk': only(systemManagement, { id: 'organisation' }),
  'GET /forvaltning/organisationer/:id/aabn': only(systemManagement, { id: 'closed-organisation' }),
  'POST /forvaltning/organisationer/:id/aabn': only(systemManagement, { id: 'closed-organisation' }),
  'GET /forvaltning/identitetsudbydere': only(systemManagement),
  'GET /forvaltning/identitetsudbydere/ny': only(systemManagement),
  'POST /forvaltning/identitetsudbydere/ny': only(systemManagement),
  'GET /forvaltning/identitetsudbydere/:id': only(systemManagement, { id: 'identity-provider' }),
  'GET /forvaltning/identitetsudbydere/:id/ret': only(systemManagement, { id: 'identity-provider' }),
  'POST /forvaltning/identitetsudbydere/:id/ret': only(systemManagement, { id: 'identity-provider' }),
  'GET /forvaltning/identitetsudbydere/:id/metadata': only(systemManagement, { id: 'identity-provider' }),
  'POST /forvaltning/identitetsudbydere/:id/metadata': only(systemManagement, { id: 'identity-provider' }),
  'GET /forvaltning/identitetsudbydere/:id/tjenester': only(systemManagement, { id: 'identity-provider' }),
  'POST /forvaltning/identitetsudbydere/:id/tjenester': only(systemManagement, { id: 'identity-provider' }),
  'GET /forvaltning/identitetsudbydere/:id/sluk': only(systemManagement, { id: 'identity-provider' }),
  'POST /forvaltning/identitetsudbydere/:id/sluk': only(systemManagement, { id: 'identity-provider' }),
  'GET /forvaltning/identitetsudbydere/:id/taend': only(systemManagement, { id: 'provider-switched-off' }),
  'POST /forvaltning/identitetsudbydere/:id/taend': only(systemManagement, { id: 'provider-switched-off' }),
  'GET /forvaltning/tjenester/:tjeneste/identitetsudbydere': only(systemManagement, { tjeneste: 'service' }),
  'POST /forvaltning/tjenester/:tjeneste/identitetsudbydere': only(systemManagement, { tjeneste: 'service' }),
  'GET /forvaltning/organisationer/:id/laeg-sammen': only(systemManagement, { id: 'organisation' }),
  'GET /forvaltning/organisationer/:id/laeg-sammen/:med': only(systemManagement, {
    id: 'organisation',
    med: 'other-organisation',
  }),
  'POST /forvaltning/organisationer/:id/laeg-sammen/:med': only(systemManagement, {
    id: 'organisation',
    med: 'other-organisation',
  }),
  'GET /forvaltning/organisationer/:id/tjenester/giv': only(systemManagement, { id: 'organisation' }),
  'GET /forvaltning/organisationer/:id/tjenester/giv/:tjeneste': only(systemManagement, {
    id: 'organisation',
    tjeneste: 'service',
  }),
  'POST /forvaltning/organisationer/:id/tjenester/giv/:tjeneste': only(systemManagement, {
    id: 'organisation',
    tjeneste: 'service',
  }),
  'GET /forvaltning/organisationer/:id/tjenester/:grant/ret': only(systemManagement, {
    id: 'organisation',
    grant: 'grant',
  }),
  'POST /forvaltning/organisationer/:id/tjenester/:grant/ret': only(systemManagement, {
    id: 'organisation',
    grant: 'grant',
  }),
  'GET /forvaltning/tjenesteadgange': only(systemManagement),
  'GET /forvaltning/tjenesteadgange/:tjeneste': only(systemManagement, { tjeneste: 'service' }),
  'GET /forvaltning/tjenesteadgange/:tjeneste/:art/giv': only(systemManagement, {
    tjeneste: 'service',
    art: 'kind-of-organisation',
  }),
  'POST /forvaltning/tjenesteadgange/:tjeneste/:art/giv': only(systemManagement, {
    tjeneste: 'service',
    art: 'kind-of-organisation',
  }),
  'GET /forvaltning/tjenesteadgange/:tjeneste/:art/tag-tilbage': only(systemManagement, {
    tjeneste: 'service',
    art: 'kind-of-organisation',
  }),
  'POST /forvaltning/tjenesteadgange/:tjeneste/:art/tag-tilbage': only(systemManagement, {
    tjeneste: 'service',
    art: 'kind-of-organisation',
  }),
  'GET /forvaltning/organisationer/:id/tjenester/:grant/tag-tilbage': only(systemManagement, {
    id: 'organisation',
    grant: 'grant',
  }),
  'POST /forvaltning/organisationer/:id/tjenester/:grant/tag-tilbage': only(systemManagement, {
    id: 'organisation',
    grant: 'grant',
  }),

  'GET /forvaltning/tjenester': only(systemManagement),
  'GET /forvaltning/tjenester/ny': only(systemManagement),
  'POST /forvaltning/tjenester/ny': only(systemManagement),
  'GET /forvaltning/aendringer': only(systemManagement),
  'GET /forvaltning/aendringer/:aendring': only(systemManagement, { aendring: 'change-request' }),
  'POST /forvaltning/aendringer/:aendring': only(systemManagement, { aendring: 'change-request' }),
  'GET /forvaltning/tjenester/:id/ejere': only(systemManagement, { id: 'service' }),
  'POST /forvaltning/tjenester/:id/ejere': only(systemManagement, { id: 'service' }),
  'GET /forvaltning/tjenester/:id/ejere/:udpegning/fjern': only(systemManagement, {
    id: 'service',
    udpegning: 'owner-appointment',
  }),
  'POST /forvaltning/tjenester/:id/ejere/:udpegning/fjern': only(systemManagement, {
    id: 'service',
    udpegning: 'owner-appointment',
  }),
  'GET /forvaltning/tjenester/:id': only(systemManagement, { id: 'service' }),
  'GET /forvaltning/tjenester/:id/brug': only(systemManagement, { id: 'service' }),
  'GET /forvaltning/tjenester/:id/beskrivelse': only(systemManagement, { id: 'service' }),
  'POST /forvaltning/tjenester/:id/beskrivelse': only(systemManagement, { id: 'service' }),
  'GET /forvaltning/tjenester/:id/roller/ny': only(systemManagement, { id: 'service' }),
  'POST /forvaltning/tjenester/:id/roller/ny': only(systemManagement, { id: 'service' }),
  'GET /forvaltning/tjenester/:id/roller/:rolle': only(systemManagement, { id: 'service', rolle: 'role-of-service' }),
  'GET /forvaltning/tjenester/:id/roller/:rolle/ret': only(systemManagement, {
    id: 'service',
    rolle: 'role-of-service',
  }),
  'POST /forvaltning/tjenester/:id/roller/:rolle/ret': only(systemManagement, {
    id: 'service',
    rolle: 'role-of-service',
  }),
  'GET /forvaltning/tjenester/:id/roller/:rolle/tag-i-brug': only(systemManagement, {
    id: 'service',
    rolle: 'draft-role',
  }),
  'POST /forvaltning/tjenester/:id/roller/:rolle/tag-i-brug': only(systemManagement, {
    id: 'service',
    rolle: 'draft-role',
  }),
  'GET /forvaltning/tjenester/:id/roller/:rolle/udfas': only(systemManagement, {
    id: 'service',
    rolle: 'role-of-service',
  }),
  'POST /forvaltning/tjenester/:id/roller/:rolle/udfas': only(systemManagement, {
    id: 'service',
    rolle: 'role-of-service',
  }),
  'GET /forvaltning/tjenester/:id/oplysninger': only(systemManagement, { id: 'service' }),
  'POST /forvaltning/tjenester/:id/oplysninger': only(systemManagement, { id: 'service' }),
  'GET /forvaltning/tjenester/:id/tjek-metadata': only(systemManagement, { id: 'service' }),
  'POST /forvaltning/tjenester/:id/tjek-metadata': only(systemManagement, { id: 'service' }),
  'GET /forvaltning/tjenester/:id/metadata': only(systemManagement, { id: 'service' }),
  'POST /forvaltning/tjenester/:id/metadata': only(systemManagement, { id: 'service' }),
  'GET /forvaltning/tjenester/:id/aendringer': only(systemManagement, { id: 'service' }),
  'GET /tjenesteejer': only(serviceOwner),
  'GET /tjenesteejer/brug': only(serviceOwner),
  'GET /tjenesteejer/beskrivelse': only(serviceOwner),
  'POST /tjenesteejer/beskrivelse': only(serviceOwner),
  'GET /tjenesteejer/roller/ny': only(serviceOwner),
  'POST /tjenesteejer/roller/ny': only(serviceOwner),
  'GET /tjenesteejer/roller/:rolle': only(serviceOwner, { rolle: 'role-of-service' }),
  'GET /tjenesteejer/roller/:rolle/ret': only(serviceOwner, { rolle: 'role-of-service' }),
  'POST /tjenesteejer/roller/:rolle/ret': only(serviceOwner, { rolle: 'role-of-service' }),
  'GET /tjenesteejer/roller/:rolle/tag-i-brug': only(serviceOwner, { rolle: 'draft-role' }),
  'POST /tjenesteejer/roller/:rolle/tag-i-brug': only(serviceOwner, { rolle: 'draft-role' }),
  'GET /tjenesteejer/roller/:rolle/udfas': only(serviceOwner, { rolle: 'role-of-service' }),
  'POST /tjenesteejer/roller/:rolle/udfas': only(serviceOwner, { rolle: 'role-of-service' }),
  'GET /tjenesteejer/oplysninger': only(serviceOwner),
  'POST /tjenesteejer/oplysninger': only(serviceOwner),
  'GET /tjenesteejer/tjek-metadata': only(serviceOwner),
  'POST /tjenesteejer/tjek-metadata': only(serviceOwner),
  'GET /tjenesteejer/metadata': only(serviceOwner),
  'POST /tjenesteejer/metadata': only(serviceOwner),
  'GET /tjenesteejer/aendringer': only(serviceOwner),
  'GET /tjenesteejer/aendringer/:aendring': only(serviceOwner, { aendring: 'change-request' }),
  'POST /tjenesteejer/aendringer/:aendring': only(serviceOwner, { aendring: 'change-request' }),

  'GET /mig/beskeder': only(whoeverIsKnown),
  'POST /mig/beskeder': only(whoeverIsKnown),
  'GET /mig/beskeder/indstillinger': only(whoeverIsKnown),
  'POST /mig/beskeder/indstillinger': only(whoeverIsKnown),
  'POST /mig/beskeder/ingen-mail': only(chiefs),
  'GET /mig/beskeder/:besked': only(['employee'], { besked: 'notice' }),
  'POST /mig/beskeder/:besked': only(['employee'], { besked: 'notice' }),
  'GET /mig': only(withAccount),
  'POST /mig/afslut-log-in': only(withAccount),
  'GET /mig/vaek': only(administrators),
  'POST /mig/vaek': only(administrators),
}
