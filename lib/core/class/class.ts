/** A class: learners who share a teacher, each on a seat with a role. */
import { z } from 'zod'
import type { ClassId, LearnerId, MemberId } from '../ids'
import { storable } from '../text/storable'
import type { ClassRole } from './roles'

/**
 * A name in one line, without signs that are not seen or that turn the line around: in a list of a class nobody's name
 * looks like two lines, or like somebody else's.
 */
const inOneLine = (name: string): string =>
  storable(name)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .replace(/\p{Zs}+/gu, ' ')

export const ClassName = z
  .string()
  .overwrite(inOneLine)
  .trim()
  .min(1, 'A class needs a name.')
  .max(200, 'The name of a class has at most 200 characters.')

/** What the class calls somebody. */
export const DisplayName = z
  .string()
  .overwrite(inOneLine)
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
