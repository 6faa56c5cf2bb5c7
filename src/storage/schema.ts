/** Row types of every table. Generated from the migrated schema by `npm run schema`; not edited by hand. */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { AssuranceLevel } from '../base/assurance.ts'

/** Written as JSON text, read as whatever the owning store parses it into. */
export type Json = ColumnType<unknown, string, string>

export interface AccessRequestTable {
  id: string
  reference: string
  organisation_id: string
  kind: 'new-account' | 'more-access' | 'less-access'
  state: 'draft' | 'submitted' | 'returned' | 'approved' | 'rejected' | 'withdrawn' | 'expired'
  version: Generated<number>
  asked_by: string | null
  asker_hash: string | null
  person_id: string | null
  account_id: string | null
  batch_id: string | null
  unit_id: string | null
  service_id: string | null
  role_id: string | null
  scopes: ColumnType<unknown, string | undefined, string>
  valid_from: Date | null
  valid_until: Date | null
  reason: Generated<string>
  email: string | null
  losing_assignment_id: string | null
  given_assignment_id: string | null
  refusal_reference: string | null
  first_approved_by: string | null
  decided_by: string | null
  decided_at: Date | null
  created_at: Date
  updated_at: Date
  submitted_at: Date | null
  expires_at: Date
  for_account_ids: string[] | null
  escalation_told_at: Date | null
  hours: Json | null
}

export interface AccessRequestStepTable {
  id: string
  request_id: string
  organisation_id: string
  position: number
  at: Date
  step: 'submitted' | 'returned' | 'answered' | 'first-approved' | 'approved' | 'rejected' | 'withdrawn' | 'expired'
  by_person: string | null
  words: Generated<string>
  details: ColumnType<unknown, string | undefined, string>
}

export interface AccountTable {
  id: string
  person_id: string
  organisation_id: string
  unit_id: string | null
  key: string
  professional_uuid: string | null
  rid: string | null
  status: 'requested' | 'active' | 'suspended' | 'ended'
  valid_from: Date
  valid_until: Date | null
  created_at: Date
  last_log_in_at: Date | null
  name_key: Generated<string>
  hours: Json | null
}

export interface AccountServiceUseTable {
  account_id: string
  service_id: string
  last_used_at: Date
}

export interface AdministratorAppointmentTable {
  id: string
  account_id: string
  level: 'chief' | 'administrator'
  unit_ids: string[] | null
  service_ids: string[] | null
  appointed_by: string
  reason: Generated<string>
  appointed_at: Date
  valid_until: Date | null
  ended_at: Date | null
}

export interface AuditEventTable {
  sequence: GeneratedAlways<number>
  id: string
  at: Date
  action: string
  outcome: 'success' | 'refused' | 'failed'
  actor_kind: 'person' | 'service' | 'identity-provider' | 'system' | 'operator' | 'unknown'
  actor_id: string | null
  organisation_id: string | null
  object_kind: string | null
  object_id: string | null
  source: string | null
  correlation_id: string | null
  reference: string | null
  details: ColumnType<unknown, string | undefined, string>
}

export interface AuditHeadTable {
  number: number
  position: number
  at: Date
  head: string
  signature: string
  tree_salt: Uint8Array | null
}

export interface AuditSealTable {
  position: number
  sequence: number
  event_hash: Uint8Array
  chain_hash: Uint8Array
  organisation_id: string | null
  organisation_position: number | null
  organisation_chain_hash: Uint8Array | null
}

export interface AuditSealOrganisationTable {
  organisation_id: string
  position: number
  chain_hash: Uint8Array
}

export interface BulkJobTable {
  id: string
  organisation_id: string
  made_by: string
  account_id: string
  capacity: string
  made_at: Date
  source: string | null
  file_name: string | null
  state: 'chosen' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone'
  started_at: Date | null
  finished_at: Date | null
  undo_by: string | null
  undo_account_id: string | null
  undo_capacity: string | null
  undone_at: Date | null
}

export interface BulkRowTable {
  job_id: string
  number: number
  organisation_id: string
  typed: Json
  account_id: string | null
  person: string
  new_id: string
  new_person_id: string
  outcome: 'new' | 'changed' | 'unchanged' | 'mistake'
  changes: ColumnType<unknown, string | undefined, string>
  mistake: Json | null
  result: 'done' | 'left' | 'undone' | 'kept' | null
  done_at: Date | null
  written_after: number | null
}

export interface BundleTable {
  id: string
  organisation_id: string
  key: string
  name: string
  description: Generated<string>
  version: Generated<number>
  created_at: Date
  deleted_at: Date | null
}

export interface BundleRoleTable {
  bundle_id: string
  role_id: string
  scopes: ColumnType<unknown, string | undefined, string>
  position: number
}

export interface ChangeRequestTable {
  id: string
  service_id: string
  part: 'attributes' | 'metadata' | 'role'
  role_id: string | null
  changes: Json
  reason: string
  requested_by: string
  requested_at: Date
  status: Generated<'open' | 'approved' | 'rejected' | 'withdrawn'>
  decided_by: string | null
  decided_at: Date | null
  decision_reason: Generated<string>
}

export interface ConflictExceptionTable {
  id: string
  conflict_id: string
  assignment_id: string
  reason: string
  valid_until: Date
  made_by: string
  made_at: Date
}

export interface ConsumedMessageTable {
  issuer: string
  message_id: string
  expires_at: Date
}

export interface DeskAttachmentTable {
  id: string
  entry_id: string
  name: string
  kind: 'pdf' | 'jpeg' | 'png'
  size: number
  sealed: Uint8Array
}

export interface DeskCaseTable {
  id: string
  reference: string
  kind: 'enrolment' | 'new-service' | 'missing-administrator' | 'log-in-trouble' | 'other'
  state: 'new' | 'in-progress' | 'waiting' | 'resolved'
  priority: number
  source: 'form' | 'mail' | 'seb' | 'desk'
  subject: string
  organisation_id: string | null
  cvr: string | null
  service_id: string | null
  asker_name: Generated<string>
  asker_email: string | null
  asker_phone: Generated<string>
  asker_id: string | null
  language: Generated<'da' | 'en'>
  log_in_reference: string | null
  path: string | null
  once: string | null
  assignee_id: string | null
  opened_at: Date
  tell_at: Date
  told_at: Date | null
  answer_by: Date | null
  solve_by: Date | null
  due_at: GeneratedAlways<Date | null>
  minutes_left: number | null
  answered_at: Date | null
  resolved_at: Date | null
  updated_at: Date
  version: Generated<number>
}

export interface DeskEntryTable {
  id: string
  case_id: string
  at: Date
  kind: 'asked' | 'received' | 'sent' | 'note' | 'changed'
  author_id: string | null
  words: Generated<string>
  details: ColumnType<unknown, string | undefined, string>
}

export interface DeskMailTable {
  digest: string
  received_at: Date
  outcome: 'filed' | 'opened' | 'too-large' | 'automatic'
  case_id: string | null
  sender: string
  answered: Generated<boolean>
}

export interface DirectoryChangeTable {
  id: GeneratedAlways<number>
  changed_at: Date
}

export interface EarlierRowTable {
  sequence: GeneratedAlways<number>
  kind: 'account' | 'role-assignment'
  row_id: string
  account_id: string
  organisation_id: string
  until: Date
  kept: Json
}

export interface EmergencyAccessTable {
  id: string
  reference: string
  organisation_id: string
  account_id: string
  person_id: string
  service_id: string
  role_id: string
  assignment_id: string
  reason: string
  refusal_reference: string | null
  taken_at: Date
  ends_at: Date
  ended_at: Date | null
  verdict: 'justified' | 'not-justified' | null
  review_words: Generated<string>
  reviewed_by: string | null
  reviewed_at: Date | null
  overdue_told_at: Date | null
  version: Generated<number>
}

export interface EndingWarningTable {
  kind: 'role-assignment' | 'account'
  row_id: string
  until: Date
  days: number
  warned_at: Date
}

export interface EnrolmentTable {
  id: string
  reference: string
  link_hash: string
  sign_link_hash: string | null
  state:
    | 'draft'
    | 'checked'
    | 'awaiting-signature'
    | 'signed'
    | 'paper-received'
    | 'approved'
    | 'returned'
    | 'rejected'
    | 'withdrawn'
    | 'expired'
  handed_in: 'signed' | 'paper' | null
  version: Generated<number>
  language: 'da' | 'en'
  contact_name: string
  contact_email: string
  cvr: string | null
  typed: ColumnType<unknown, string | undefined, string>
  created_at: Date
  updated_at: Date
  handed_in_at: Date | null
  expires_at: Date
  decided_by: string | null
  decided_at: Date | null
  organisation_id: string | null
  link_mailed_at: Date | null
}

export interface EnrolmentPaperTable {
  id: string
  enrolment_id: string
  kind: 'pdf' | 'jpeg' | 'png'
  size: number
  content_hash: string
  sealed: Uint8Array
  kept_at: Date
  kept_by: string | null
}

export interface EnrolmentSignatureTable {
  id: string
  enrolment_id: string
  at: Date
  shown: string
  shown_hash: string
  name: string
  cvr: string
  identity_provider_id: string
  log_in_hash: string
}

export interface EnrolmentStepTable {
  id: string
  enrolment_id: string
  position: number
  at: Date
  step:
    | 'begun'
    | 'checked'
    | 'reopened'
    | 'sent-for-signature'
    | 'signed'
    | 'paper-received'
    | 'returned'
    | 'answered'
    | 'approved'
    | 'rejected'
    | 'withdrawn'
    | 'expired'
  by_kind: 'applicant' | 'signatory' | 'staff' | 'nobody'
  by_person: string | null
  words: Generated<string>
  details: ColumnType<unknown, string | undefined, string>
}

export interface IdentityTable {
  id: string
  person_id: string
  identity_provider_id: string
  subject: string
  kind: 'professional' | 'person'
  linked_at: Date
}

export interface IdentityProviderTable {
  id: string
  key: string
  entity_id: string
  profile: string
  kind: 'nemlog-in' | 'local'
  name_da: string
  name_en: string
  category: 'national' | 'region' | 'municipality' | 'private' | 'other'
  region: string | null
  municipality: string | null
  aliases: Generated<string[]>
  keywords: Generated<string[]>
  highest_assurance: AssuranceLevel
  allowed_cvrs: string[] | null
  log_in_kinds: ('professional' | 'person')[]
  enabled: Generated<boolean>
  metadata: Json
  settings: ColumnType<unknown, string | undefined, string>
  metadata_read_at: Date
  metadata_address: string | null
  metadata_checked_at: Date | null
  metadata_problem: string | null
}

export interface InvitationTable {
  id: string
  organisation_id: string
  account_id: string
  email: string
  token_hash: string
  invited_by: string
  mail_id: string | null
  created_at: Date
  expires_at: Date
  ended_at: Date | null
  ended_why: 'accepted' | 'withdrawn' | 'replaced' | null
}

export interface LogInHourTable {
  begins_at: Date
  people: number
  organisations: number
}

export interface LogOutTable {
  id: string
  reference: string
  session_id: string
  browser_hash: string | null
  requested_by: Json | null
  started_at: Date
  expires_at: Date
  finished_at: Date | null
}

export interface LogOutStepTable {
  id: string
  log_out_id: string
  position: number
  service_id: string | null
  identity_provider_id: string | null
  subject: Json
  message_id: string | null
  state: Generated<'waiting' | 'sent' | 'done' | 'failed' | 'unsupported'>
  sent_at: Date | null
}

export interface MailTable {
  id: string
  kind: string
  organisation_id: string | null
  sealed: string | null
  state: Generated<'waiting' | 'sent' | 'captured' | 'failed'>
  attempts: Generated<number>
  created_at: Date
  due_at: Date
  ended_at: Date | null
  answer: string | null
}

export interface NoticeTable {
  id: string
  person_id: string
  account_id: string | null
  organisation_id: string | null
  audience: 'employee' | 'administrator' | 'staff'
  kind: string
  topic: string
  path: string | null
  subject_account_id: string | null
  service_id: string | null
  role_ids: Generated<string[]>
  facts: ColumnType<unknown, string | undefined, string>
  once: string | null
  created_at: Date
  read_at: Date | null
  delivery: 'at-once' | 'digest' | 'none'
  gathered_at: Date | null
}

export interface NoticeDigestTable {
  person_id: string
  day: string
}

export interface NoticeSettingTable {
  id: string
  person_id: string
  account_id: string | null
  audience: 'employee' | 'administrator' | 'staff'
  topic: string
  delivery: 'at-once' | 'digest' | 'none'
}

export interface OrganisationTable {
  id: string
  cvr: string
  name: string
  kind:
    | 'region'
    | 'municipality'
    | 'hospital'
    | 'general-practice'
    | 'specialist'
    | 'dentist'
    | 'pharmacy'
    | 'private-provider'
    | 'authority'
    | 'supplier'
  status: 'applied' | 'active' | 'closed'
  allows_private_log_in: Generated<boolean>
  created_at: Date
  merged_into: string | null
  tells_names: Generated<boolean>
  name_key: GeneratedAlways<string>
  takes_requests: Generated<boolean>
  escalate_after_days: Generated<number>
  allows_no_mail: Generated<boolean>
  review_every_months: number | null
  review_answer_days: Generated<number>
  review_only_sensitive: Generated<boolean>
  review_silence: Generated<'suspend' | 'remove'>
  review_next_at: Date | null
  chiefs_ask_for_services: Generated<boolean>
}

export interface OrganisationFunctionTable {
  id: string
  account_id: string
  function: 'security-officer' | 'signatory'
  appointed_by: string
  appointed_at: Date
  ended_at: Date | null
}

export interface OrphanWarningTable {
  organisation_id: string
  kind: 'none' | 'ending'
  warned_at: Date
}

export interface PersonTable {
  id: string
  key: string | null
  name: string
  email: string | null
  language: Generated<'da' | 'en'>
  cpr_sealed: string | null
  cpr_hash: string | null
  created_at: Date
}

export interface PersonAuthorisationTable {
  person_id: string
  code: string
  education_code: string
  education_type: string
  valid_from: Date
  valid_until: Date | null
}

export interface ReviewTable {
  id: string
  organisation_id: string
  name: string
  unit_ids: string[] | null
  service_ids: string[] | null
  only_sensitive: boolean
  deadline: Date
  silence: 'suspend' | 'remove'
  removes_at: Date | null
  origin: 'chief' | 'system-management' | 'schedule'
  started_by: string | null
  started_at: Date
  batch_id: string | null
  reminded_at: Date | null
  stop_told_at: Date | null
  removal_told_at: Date | null
}

export interface ReviewBatchTable {
  id: string
  name: string
  service_ids: string[] | null
  only_sensitive: boolean
  deadline: Date
  silence: 'suspend' | 'remove'
  made_by: string
  made_at: Date
}

export interface ReviewBatchOrganisationTable {
  batch_id: string
  organisation_id: string
  begun_at: Date | null
  review_id: string | null
}

export interface ReviewItemTable {
  review_id: string
  assignment_id: string
  organisation_id: string
  account_id: string
  person_id: string
  service_id: string
  role_id: string
  unit_id: string | null
  frozen: Json
  answered: Json | null
  reasons: string[]
  decision: 'kept' | 'changed' | 'removed' | 'lapsed' | 'called-off' | null
  decided_by: string | null
  decided_at: Date | null
  stop_told_at: Date | null
}

export interface ReviewRestTable {
  id: string
  review_id: string
  organisation_id: string
  asked_by: string
  account_id: string
  capacity: string
  source: string | null
  asked_at: Date
  wanted: number
  kept: number
  looked_to: string
  finished_at: Date | null
}

export interface RoleTable {
  id: string
  service_id: string
  key: string
  name_da: string
  name_en: string
  description_da: Generated<string>
  description_en: Generated<string>
  privileges: string[]
  privilege_scope: Generated<'cvr' | 'p-number' | 'authorisation'>
  sensitive: Generated<boolean>
  lowest_assurance: AssuranceLevel
  required_education_codes: Generated<string[]>
  longest_days: number | null
  requestable: Generated<boolean>
  status: Generated<'draft' | 'active' | 'retired'>
  retired_at: Date | null
  replaced_by: string | null
  emergency_hours: number | null
}

export interface RoleAssignmentTable {
  id: string
  account_id: string
  service_id: string
  role_id: string
  key: Generated<string>
  scopes: ColumnType<unknown, string | undefined, string>
  valid_from: Date
  valid_until: Date | null
  withdrawn_at: Date | null
  assigned_by: string
  reason: Generated<string>
  bundle_id: string | null
  given_at: Generated<Date>
  organisation_id: Generated<string>
  hours: Json | null
  unanswered_from: Date | null
}

export interface RoleConflictTable {
  id: string
  key: string
  service_id: string | null
  name_da: string
  name_en: string
  why_da: Generated<string>
  why_en: Generated<string>
  at_most: Generated<number>
  effect: 'blocked' | 'with-reason'
  version: Generated<number>
  created_at: Date
  ended_at: Date | null
}

export interface RoleConflictRoleTable {
  conflict_id: string
  role_id: string
}

export interface RoleScopeTable {
  role_id: string
  key: string
  kind: 'sor' | 'ydernummer' | 'p-number' | 'municipality' | 'list' | 'text'
  name_da: string
  name_en: string
  required: Generated<boolean>
  many: Generated<boolean>
  allowed_values: string[] | null
  pattern: string | null
  constraint_name: string
  position: number
}

export interface ServiceTable {
  id: string
  key: string
  protocol: 'saml' | 'seb'
  entity_id: string
  name_da: string
  name_en: string
  short_name: string
  description_da: Generated<string>
  description_en: Generated<string>
  address: string | null
  owner_organisation_id: string | null
  audience: 'citizen' | 'professional' | 'both'
  environment: Generated<'test' | 'production'>
  lowest_assurance: AssuranceLevel
  access: 'role' | 'account' | 'authenticated'
  log_in_kinds: ('professional' | 'person')[]
  critical: Generated<boolean>
  enabled: Generated<boolean>
  metadata: Json
  settings: ColumnType<unknown, string | undefined, string>
  metadata_read_at: Date
  contact: string | null
  metadata_address: string | null
  metadata_checked_at: Date | null
  metadata_problem: string | null
}

export interface ServiceAttributeTable {
  service_id: string
  attribute: string
  legal_basis: string
}

export interface ServiceGrantTable {
  id: string
  organisation_id: string
  service_id: string
  valid_from: Date
  valid_until: Date | null
  role_ids: string[] | null
  ceilings: ColumnType<unknown, string | undefined, string>
}

export interface ServiceIdentityProviderTable {
  service_id: string
  identity_provider_id: string
}

export interface ServiceRequestTable {
  id: string
  organisation_id: string
  service_id: string
  asked_by: string
  asked_as: 'security-officer' | 'signatory' | 'chief-administrator'
  asked_at: Date
  why: string
  people: number
  role_ids: string[] | null
  ceilings: Json
  state: 'waiting' | 'granted' | 'refused' | 'withdrawn'
  ended_at: Date | null
  ended_by: string | null
  answer: Generated<string>
}

export interface SessionTable {
  id: string
  token_hash: string
  person_id: string | null
  identity_provider_id: string
  authentication: Json
  started_at: Date
  last_used_at: Date
  ended_at: Date | null
  ended_why: string | null
  acting_as: string | null
  earlier_token_hash: string | null
  earlier_token_until: Date | null
}

export interface SessionParticipantTable {
  id: string
  session_id: string
  service_id: string
  account_id: string | null
  name_id: Json
  session_index: string
  joined_at: Date
  left_at: Date | null
}

export interface SignInTable {
  id: string
  reference: string
  version: Generated<number>
  service_id: string
  request: Json
  browser_hash: string | null
  identity_provider_id: string | null
  log_in_kind: 'professional' | 'person' | null
  upstream_message_id: string | null
  authentication: Json | null
  session_id: string | null
  account_id: string | null
  refusal: string | null
  created_at: Date
  expires_at: Date
  answered_at: Date | null
  answer_ticket_hash: string | null
}

export interface StaffAppointmentTable {
  id: string
  person_id: string
  capacity: 'system-management' | 'service-desk' | 'service-owner' | 'auditor'
  service_id: string | null
  organisation_id: string | null
  appointed_by: string
  appointed_at: Date
  valid_until: Date | null
  ended_at: Date | null
}

export interface StandInTable {
  id: string
  appointment_id: string
  stand_in_account_id: string
  valid_from: Date
  valid_until: Date
  lends_rights: boolean
  made_by: string
  made_at: Date
  ended_at: Date | null
}

export interface StatusDeliveryTable {
  id: Generated<string>
  subscription_id: string
  message_id: string | null
  messages: string[]
  version: Generated<number>
  attempts: Generated<number>
  created_at: Date
  due_at: Date
}

export interface StatusMessageTable {
  id: string
  kind: 'incident' | 'window' | 'notice'
  effect: 'none' | 'unstable' | 'down'
  priority: number | null
  parts: string[]
  title_da: string
  title_en: string
  text_da: string
  text_en: string
  starts_at: Date
  ends_at: Date | null
  state: 'draft' | 'published' | 'withdrawn'
  measured_part: string | null
  created_at: Date
  updated_at: Date
  version: Generated<number>
}

export interface StatusSubscriptionTable {
  id: string
  sealed: string
  address_hash: string
  language: 'da' | 'en'
  pace: 'at-once' | 'daily'
  parts: string[]
  asked_at: Date
  confirmed_at: Date | null
  refusals: Generated<number>
}

export interface StatusSubscriptionAskTable {
  id: string
  sealed: string
  address_hash: string
  language: 'da' | 'en'
  pace: 'at-once' | 'daily'
  parts: string[]
  asked_at: Date
}

export interface UnitTable {
  id: string
  organisation_id: string
  key: string
  parent_id: string | null
  name: string
  sor: string | null
  p_number: string | null
  ydernummer: string | null
  municipality_code: string | null
  region_code: string | null
  closed_at: Date | null
}

export interface Schema {
  access_request: AccessRequestTable
  access_request_step: AccessRequestStepTable
  account: AccountTable
  account_service_use: AccountServiceUseTable
  administrator_appointment: AdministratorAppointmentTable
  audit_event: AuditEventTable
  audit_head: AuditHeadTable
  audit_seal: AuditSealTable
  audit_seal_organisation: AuditSealOrganisationTable
  bulk_job: BulkJobTable
  bulk_row: BulkRowTable
  bundle: BundleTable
  bundle_role: BundleRoleTable
  change_request: ChangeRequestTable
  conflict_exception: ConflictExceptionTable
  consumed_message: ConsumedMessageTable
  desk_attachment: DeskAttachmentTable
  desk_case: DeskCaseTable
  desk_entry: DeskEntryTable
  desk_mail: DeskMailTable
  directory_change: DirectoryChangeTable
  earlier_row: EarlierRowTable
  emergency_access: EmergencyAccessTable
  ending_warning: EndingWarningTable
  enrolment: EnrolmentTable
  enrolment_paper: EnrolmentPaperTable
  enrolment_signature: EnrolmentSignatureTable
  enrolment_step: EnrolmentStepTable
  identity: IdentityTable
  identity_provider: IdentityProviderTable
  invitation: InvitationTable
  log_in_hour: LogInHourTable
  log_out: LogOutTable
  log_out_step: LogOutStepTable
  mail: MailTable
  notice: NoticeTable
  notice_digest: NoticeDigestTable
  notice_setting: NoticeSettingTable
  organisation: OrganisationTable
  organisation_function: OrganisationFunctionTable
  orphan_warning: OrphanWarningTable
  person: PersonTable
  person_authorisation: PersonAuthorisationTable
  review: ReviewTable
  review_batch: ReviewBatchTable
  review_batch_organisation: ReviewBatchOrganisationTable
  review_item: ReviewItemTable
  review_rest: ReviewRestTable
  role: RoleTable
  role_assignment: RoleAssignmentTable
  role_conflict: RoleConflictTable
  role_conflict_role: RoleConflictRoleTable
  role_scope: RoleScopeTable
  service: ServiceTable
  service_attribute: ServiceAttributeTable
  service_grant: ServiceGrantTable
  service_identity_provider: ServiceIdentityProviderTable
  service_request: ServiceRequestTable
  session: SessionTable
  session_participant: SessionParticipantTable
  sign_in: SignInTable
  staff_appointment: StaffAppointmentTable
  stand_in: StandInTable
  status_delivery: StatusDeliveryTable
  status_message: StatusMessageTable
  status_subscription: StatusSubscriptionTable
  status_subscription_ask: StatusSubscriptionAskTable
  unit: UnitTable
}
