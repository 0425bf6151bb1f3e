/** How classes are spoken of. */
import type { ClassRole } from '@/lib/core/class/roles'

/** “You are …” */
export const ROLE_WORDS: Readonly<Record<ClassRole, string>> = {
  owner: 'its owner',
  teacher: 'a teacher here',
  assistant: 'an assistant here',
  student: 'a student here',
}

const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' })

export const teachersWords = (names: readonly string[]): string => `Taught by ${AND.format(names)}`
