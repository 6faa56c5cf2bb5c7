/** A role of a service as one value that can be compared, asked for and written: everything about it but its key. */
import { z } from 'zod'
import { assuranceLevels } from '../base/assurance.ts'
import { scopeKinds } from './role-document.ts'

const roleScopeValues = z.object({
  key: z.string(),
  kind: z.enum(scopeKinds),
  nameDa: z.string(),
  nameEn: z.string(),
  required: z.boolean(),
  many: z.boolean(),
  allowedValues: z.array(z.string()).nullable(),
  pattern: z.string().nullable(),
  constraintName: z.string(),
})

export const roleValues = z.object({
  nameDa: z.string(),
  nameEn: z.string(),
  descriptionDa: z.string(),
  descriptionEn: z.string(),
  privileges: z.array(z.string()),
  privilegeScope: z.enum(['cvr', 'p-number', 'authorisation']),
  sensitive: z.boolean(),
  lowestAssurance: z.enum(assuranceLevels),
  requiredEducationCodes: z.array(z.string()),
  longestDays: z.int().nullable(),
  /** Null: it cannot be taken in an emergency. A change asked for before there were emergencies says nothing of it. */
  emergencyHours: z.int().nullable().default(null),
  requestable: z.boolean(),
  status: z.enum(['draft', 'active', 'retired']),
  /** The moment from which it holds for nobody, as an ISO instant; it may lie ahead. */
  retiredAt: z.string().nullable(),
  /** Id of the role that takes its place. */
  replacedBy: z.string().nullable(),
  scopes: z.array(roleScopeValues),
})

export type RoleValues = z.output<typeof roleValues>
export type RoleScopeValues = z.output<typeof roleScopeValues>

/** What a role is now: a date that has passed retires it without anybody writing so. */
export type RoleState = 'draft' | 'active' | 'ending' | 'retired'

export function roleState({ status, retiredAt }: Pick<RoleValues, 'status' | 'retiredAt'>, now: Date): RoleState {
  if (status !== 'active') return status
  if (retiredAt === null) return 'active'
  return new Date(retiredAt) <= now ? 'retired' : 'ending'
}
