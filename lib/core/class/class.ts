/** A class: learners who share a teacher, each on a seat with a role. */
import { z } from 'zod'
import type { ClassId, LearnerId, MemberId } from '../ids'
import type { ClassRole } from './roles'

export const ClassName = z
  .string()
  .trim()
  .min(1, 'A class needs a name.')
  .max(200, 'The name of a class has at most 200 characters.')

/** What the class calls somebody. */
export const DisplayName = z
  .string()
  .trim()
  .min(1, 'Everybody in a class needs a name.')
  .max(100, 'A name has at most 100 characters.')

export type Class = {
  readonly id: ClassId
  readonly name: string
  /** IANA zone of its dates. */
  readonly timeZone: string
  readonly archived: boolean
}

/** A seat; free while nobody has come who sits on it. */
export type Member = {
  readonly id: MemberId
  readonly classId: ClassId
  readonly learnerId: LearnerId | null
  readonly role: ClassRole
  readonly displayName: string
  /** Left or was removed. */
  readonly ended: boolean
}

/** With which students join, and until when: milliseconds since 1970. */
export type JoinCode = { readonly code: string; readonly until: number }

/** Students and staff, seats that are kept for somebody among them. */
export const MOST_MEMBERS = 500
