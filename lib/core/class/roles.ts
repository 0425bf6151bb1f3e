/** Who may do what in a class: the one place that decides. */
import { z } from 'zod'

export const ClassRole = z.enum(['owner', 'teacher', 'assistant', 'student'])
export type ClassRole = z.infer<typeof ClassRole>

const OWNER: readonly ClassRole[] = ['owner']
const TEACHERS: readonly ClassRole[] = ['owner', 'teacher']
const STAFF: readonly ClassRole[] = ['owner', 'teacher', 'assistant']
const STUDENTS: readonly ClassRole[] = ['student']
const EVERYBODY = ClassRole.options

/** Each action with those who may, and whether it still can be done in an archived class. */
const RULES = {
  /** Its name, who teaches, what is assigned. */
  'see the class': { who: EVERYBODY, archivedToo: true },
  /** Name, archive, delete. */
  'change the class': { who: OWNER, archivedToo: true },
  /** Who teaches and assists. */
  'change roles': { who: OWNER, archivedToo: false },
  /** Codes, seats, removal of students. */
  'manage students': { who: TEACHERS, archivedToo: false },
  'assign decks': { who: TEACHERS, archivedToo: false },
  /** What students did and know, by name. */
  'see results': { who: STAFF, archivedToo: true },
  /** Gradebook, items and answers as files. */
  'export results': { who: TEACHERS, archivedToo: true },
  /** The questions of a room: begin, next, end. */
  'lead a room': { who: STAFF, archivedToo: false },
  /** Their own answers in a room, their own free days. */
  'take part': { who: STUDENTS, archivedToo: false },
  /** What is said of oneself. */
  'see own results': { who: STUDENTS, archivedToo: true },
  leave: { who: EVERYBODY, archivedToo: true },
} as const satisfies Record<string, { who: readonly ClassRole[]; archivedToo: boolean }>

export type ClassAction = keyof typeof RULES
export const CLASS_ACTIONS: readonly ClassAction[] = Object.keys(RULES) as ClassAction[]

export const mayInClass = (role: ClassRole, action: ClassAction): boolean =>
  RULES[action].who.some((allowed) => allowed === role)

/** Whether it can be done at all, whoever asks, once the class is archived. */
export const mayWhenArchived = (action: ClassAction): boolean => RULES[action].archivedToo
