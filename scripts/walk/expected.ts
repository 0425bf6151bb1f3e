/** What is to happen when somebody asks for something. */
import type { ClassAction } from '@/lib/core/class/roles'
import { PEOPLE, type Who } from './people'

export type Expected =
  /** It is done, or shown. */
  | 'yes'
  /** As if there were no such thing; nothing is changed and nothing of it said. */
  | 'no such'
  /** They know of it, and may not. */
  | 'forbidden'
  /** They are led to the sign-in. */
  | 'sign in'
  /** It concerns nothing but what is their own: answered without an error, and no one else's row is touched. */
  | 'own'
  /** A handler that nobody can use without a learner. */
  | 'nobody there'

export type ForAll = Readonly<Record<Who, Expected>>

const all = (of: (who: Who) => Expected): ForAll =>
  Object.fromEntries(PEOPLE.map((who) => [who, of(who)])) as Record<Who, Expected>

/** One person's own thing. */
export const only = (whose: Who): ForAll => all((who) => (who === whose ? 'yes' : 'no such'))

export const nobodyAtAll = all(() => 'no such')

export const everyone = all(() => 'own')

/** A handler: without a cookie there is nobody whose it could be. */
export const everyoneHere = all((who) => (who === 'nobody' ? 'nobody there' : 'own'))
export const onlyHere = (whose: Who): ForAll =>
  all((who) => (who === whose ? 'yes' : who === 'nobody' ? 'nobody there' : 'no such'))

/** Who may what in a class, said a second time: lib/core/class/roles.ts must say the same. */
export const IN_CLASS: Readonly<Record<ClassAction, readonly Who[]>> = {
  'see the class': ['owner', 'teacher', 'assistant', 'student'],
  'change the class': ['owner'],
  'change roles': ['owner'],
  'manage students': ['owner', 'teacher'],
  'assign decks': ['owner', 'teacher'],
  'see results': ['owner', 'teacher', 'assistant'],
  'export results': ['owner', 'teacher'],
  'lead a room': ['owner', 'teacher', 'assistant'],
  'take part': ['student'],
  'see own results': ['student'],
  leave: ['owner', 'teacher', 'assistant', 'student'],
}

const MEMBERS: readonly Who[] = ['owner', 'teacher', 'assistant', 'student']

export const inClass = (action: ClassAction): ForAll =>
  all((who) =>
    IN_CLASS[action].includes(who) ? 'yes' : MEMBERS.includes(who) ? 'forbidden' : 'no such',
  )

/** Another expectation for some. */
export const but = (base: ForAll, change: Partial<Record<Who, Expected>>): ForAll => ({
  ...base,
  ...change,
})
