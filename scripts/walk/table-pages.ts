/** Every page of the app: at which address, and what each person is to find there. */
import type { ClassAction } from '@/lib/core/class/roles'
import { but, everyone, type ForAll, inClass, nobodyAtAll, only } from './expected'
import type { Things } from './people'
import type { World } from './world'

export interface Place {
  readonly at: (world: World) => string
  readonly may: ForAll
}

/** The owner's and the student's: neither may see the other's, nor anybody else either's. */
const both = (at: (things: Things) => string): Place[] => [
  { at: (world) => at(world.owners), may: only('owner') },
  { at: (world) => at(world.students), may: only('student') },
]
const places = (at: (things: Things) => string): Place[] => [
  { at: (world) => at(world.owners), may: everyone },
  { at: (world) => at(world.students), may: everyone },
]
const open = (address: string): Place[] => [{ at: () => address, may: everyone }]

const ofAssignment = (part: string, action: ClassAction): Place[] => [
  {
    at: (w) => `/classes/${w.classId}/assignments/${w.assignmentId}${part}`,
    may: inClass(action),
  },
]

export const PAGES: Readonly<Record<string, readonly Place[]>> = {
  '/': open('/'),
  '/classes': open('/classes'),
  '/classes/new': open('/classes/new'),
  '/account': open('/account'),
  '/account/verify/[token]': open(`/account/verify/${'A'.repeat(43)}`),
  '/classes/[classId]': [{ at: (w) => `/classes/${w.classId}`, may: inClass('see the class') }],
  '/classes/[classId]/assign': [
    { at: (w) => `/classes/${w.classId}/assign`, may: inClass('assign decks') },
  ],
  '/classes/[classId]/assignments/[assignmentId]': [
    ...ofAssignment('', 'see the class'),
    // By the address of another class, in which they sit too.
    {
      at: (w) => `/classes/${w.otherClassId}/assignments/${w.assignmentId}`,
      may: nobodyAtAll,
    },
  ],
  '/classes/[classId]/assignments/[assignmentId]/edit': ofAssignment('/edit', 'assign decks'),
  '/classes/[classId]/grades': [
    {
      at: (w) => `/classes/${w.classId}/grades`,
      // Students are led to what is said of themselves.
      may: but(inClass('see results'), { student: 'own' }),
    },
  ],
  '/classes/[classId]/grades/[memberId]': [
    {
      at: (w) => `/classes/${w.classId}/grades/${w.members.student}`,
      may: but(inClass('see results'), { student: 'yes' }),
    },
    { at: (w) => `/classes/${w.classId}/grades/${w.otherStudentId}`, may: inClass('see results') },
  ],
  '/classes/[classId]/assignments/[assignmentId]/items': ofAssignment('/items', 'see results'),
  '/classes/[classId]/assignments/[assignmentId]/text': ofAssignment('/text', 'see results'),
  '/classes/[classId]/results': [
    { at: (w) => `/classes/${w.classId}/results`, may: inClass('see results') },
  ],
  '/classes/[classId]/students/[memberId]': [
    // What is said of oneself.
    {
      at: (w) => `/classes/${w.classId}/students/${w.members.student}`,
      may: but(inClass('see results'), { student: 'yes' }),
    },
    {
      at: (w) => `/classes/${w.classId}/students/${w.otherStudentId}`,
      may: inClass('see results'),
    },
  ],
  '/classes/[classId]/rooms': [
    { at: (w) => `/classes/${w.classId}/rooms`, may: inClass('see the class') },
  ],
  '/classes/[classId]/rooms/[roomId]': [
    { at: (w) => `/classes/${w.classId}/rooms/${w.roomId}`, may: inClass('see the class') },
    { at: (w) => `/classes/${w.otherClassId}/rooms/${w.roomId}`, may: nobodyAtAll },
  ],
  '/classes/[classId]/students': [
    { at: (w) => `/classes/${w.classId}/students`, may: inClass('see results') },
  ],
  '/join': open('/join'),
  '/join/[code]': open('/join/ABCDEFGH'),
  '/seat/[token]': open(`/seat/${'A'.repeat(43)}`),
  '/sign-in': open('/sign-in'),
  '/sign-in/bring-in': open('/sign-in/bring-in'),
  '/sign-up': open('/sign-up'),
  '/decks': open('/decks'),
  '/decks/[deckId]': both((t) => `/decks/${t.deckId}`),
  '/decks/[deckId]/paper': both((t) => `/decks/${t.deckId}/paper`),
  '/shared/[token]': [
    { at: (w) => `/shared/${w.shareToken}`, may: everyone },
    // The same share, with another signature.
    { at: (w) => `/shared/${w.shareToken.slice(0, 32)}${'A'.repeat(22)}`, may: nobodyAtAll },
  ],
  '/exams': open('/exams'),
  '/exams/new': open('/exams/new'),
  '/exams/[examId]': both((t) => `/exams/${t.examId}`),
  '/exams/[examId]/edit': both((t) => `/exams/${t.examId}/edit`),
  '/items/new': [
    ...open('/items/new'),
    { at: (w) => `/items/new?deck=${w.owners.deckId}&text=${w.owners.textId}`, may: everyone },
  ],
  '/items/[itemId]': both((t) => `/items/${t.itemId}`),
  '/numbers': open('/numbers'),
  '/numbers/questions': open('/numbers/questions'),
  '/offline': open('/offline'),
  '/forgot': open('/forgot'),
  '/reset/[token]': open(`/reset/${'A'.repeat(43)}`),
  '/review': [
    ...open('/review'),
    // As if it had nothing in it: another's deck is asked for like one that is not there.
    ...places((t) => `/review?deck=${t.deckId}`),
    ...places((t) => `/review?text=${t.textId}`),
  ],
  '/search': open('/search?q=Lindt'),
  '/settings': open('/settings'),
  '/tests': open('/tests'),
  '/tests/new': [
    ...open('/tests/new'),
    { at: (w) => `/tests/new?deck=${w.owners.deckId}&exam=${w.owners.examId}`, may: everyone },
  ],
  '/tests/[testId]': both((t) => `/tests/${t.testId}`),
  '/tests/[testId]/cram': both(
    (t) => `/tests/${t.testId}/cram?section=${encodeURIComponent(t.section)}`,
  ),
  '/tests/[testId]/paper': both((t) => `/tests/${t.testId}/paper`),
  '/tests/[testId]/paper/key': both((t) => `/tests/${t.testId}/paper/key`),
  '/tests/[testId]/sittings/[sittingId]': both((t) => `/tests/${t.testId}/sittings/${t.sittingId}`),
  '/tests/[testId]/sittings/[sittingId]/practice': both(
    (t) => `/tests/${t.testId}/sittings/${t.handedInId}/practice`,
  ),
  '/texts': open('/texts'),
  '/texts/new': open('/texts/new'),
  '/texts/[textId]': both((t) => `/texts/${t.textId}`),
  '/texts/[textId]/proposals': both((t) => `/texts/${t.textId}/proposals`),
  '/trash': open('/trash'),
}
