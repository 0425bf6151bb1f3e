/** The server actions of classes. What changes a class is tried on one of its own, in which the same people sit. */
import type { ClassAction } from '@/lib/core/class/roles'
import type { Deed } from './deed'
import { but, everyone, type ForAll, IN_CLASS, inClass } from './expected'
import { draftFor, newAssignment, newClass, newPupil, newSeat, type World } from './world'

type Room = Awaited<ReturnType<typeof newClass>>

/** In a class made for the try. */
const inRoom = (
  action: ClassAction | ForAll,
  args: (room: Room, world: World) => readonly unknown[] | Promise<readonly unknown[]>,
): Deed[] => [
  {
    with: async (world) => args(await newClass(world.people), world),
    may: typeof action === 'string' ? inClass(action) : action,
  },
]

const CLASSES = 'app/classes/actions.ts#'
const ASSIGNMENTS = 'app/classes/assignment-actions.ts#'
const freeSeat = ({ classId }: Room) => newSeat(classId, 'student', null)

/** What the class does not have, for whoever may in it. */
const nobodyIn = (action: ClassAction): ForAll =>
  but(inClass(action), Object.fromEntries(IN_CLASS[action].map((who) => [who, 'no such'])))

/** The deck is the owner's: a teacher may assign, but only what is their own. */
const ownDeck = but(inClass('assign decks'), { teacher: 'no such' })

export const CLASS_ACTIONS: Readonly<Record<string, readonly Deed[]>> = {
  [`${CLASSES}openClassAction`]: [{ with: () => ['A class of my own'], may: everyone }],
  [`${CLASSES}renameClassAction`]: inRoom('change the class', (room) => [room.classId, 'Renamed']),
  [`${CLASSES}archiveClassAction`]: inRoom('change the class', (room) => [room.classId, true]),
  [`${CLASSES}deleteClassAction`]: inRoom('change the class', (room) => [room.classId]),
  [`${CLASSES}renewJoinCodeAction`]: inRoom('manage students', (room) => [room.classId]),
  [`${CLASSES}closeJoinCodeAction`]: inRoom('manage students', (room) => [room.classId]),
  // A class always has an owner.
  [`${CLASSES}leaveClassAction`]: inRoom(but(inClass('leave'), { owner: 'own' }), (room) => [
    room.classId,
  ]),
  [`${CLASSES}addSeatsAction`]: [
    ...inRoom('manage students', (room) => [room.classId, 'Ann\nBea', 'student']),
    ...inRoom('change roles', (room) => [room.classId, 'Ann\nBea', 'teacher']),
  ],
  [`${CLASSES}renameMemberAction`]: [
    ...inRoom('manage students', (room) => [room.classId, room.members.student, 'Renamed']),
    ...inRoom('change roles', (room) => [room.classId, room.members.assistant, 'Renamed']),
  ],
  [`${CLASSES}changeRoleAction`]: [
    ...inRoom('change roles', (room) => [room.classId, room.members.assistant, 'teacher']),
    // To oneself.
    ...inRoom('change roles', async (room) => [room.classId, await freeSeat(room), 'assistant']),
    ...inRoom('change roles', (room) => [room.classId, room.members.teacher, 'owner']),
  ],
  [`${CLASSES}removeMemberAction`]: [
    ...inRoom('manage students', (room) => [room.classId, room.members.student]),
    ...inRoom('change roles', (room) => [room.classId, room.members.teacher]),
  ],
  [`${CLASSES}makeSeatLinksAction`]: [
    ...inRoom('manage students', async (room) => [room.classId, [await freeSeat(room)]]),
    // A seat of another class than the one that is named.
    ...inRoom(
      but(inClass('manage students'), { owner: 'no such', teacher: 'no such' }),
      async (room, world) => [room.classId, [await newSeat(world.classId, 'student', null)]],
    ),
    ...inRoom('change roles', async ({ classId }) => [
      classId,
      [await newSeat(classId, 'assistant', null)],
    ]),
  ],
  // No mail is set up here: whoever may is told so, and the others are told nothing.
  [`${CLASSES}mailSeatLinksAction`]: inRoom(
    but(inClass('manage students'), { owner: 'own', teacher: 'own' }),
    (room) => [room.classId],
  ),
  [`${CLASSES}makePasswordLinkAction`]: [
    ...inRoom('manage students', async (room) => [room.classId, await newPupil(room.classId)]),
    // Who teaches is nobody's student.
    ...inRoom(
      but(inClass('manage students'), { owner: 'forbidden', teacher: 'forbidden' }),
      (room) => [room.classId, room.members.assistant],
    ),
  ],
  [`${ASSIGNMENTS}assignDeckAction`]: inRoom(ownDeck, async (room, { people }) => [
    { classIds: [room.classId], draft: await draftFor(people.owner.visit) },
  ]),
  [`${ASSIGNMENTS}changeAssignmentAction`]: inRoom('assign decks', async (room, { people }) => [
    room.classId,
    await newAssignment(people.owner.visit, room.classId),
    await draftFor(people.owner.visit),
  ]),
  [`${ASSIGNMENTS}endAssignmentAction`]: [
    ...inRoom('assign decks', async (room, { people }) => [
      room.classId,
      await newAssignment(people.owner.visit, room.classId),
      true,
    ]),
    // An assignment of another class than the one that is named.
    ...inRoom(nobodyIn('assign decks'), (room, { assignmentId }) => [
      room.classId,
      assignmentId,
      true,
    ]),
  ],
  [`${ASSIGNMENTS}exceptStudentAction`]: inRoom('manage students', async (room, { people }) => [
    room.classId,
    await newAssignment(people.owner.visit, room.classId),
    room.members.student,
    { startsOn: null, dueOn: null },
  ]),
  [`${ASSIGNMENTS}grantExtraTimeAction`]: inRoom('manage students', (room) => [
    room.classId,
    room.members.student,
    50,
  ]),
  'app/classes/grade-actions.ts#claimFreeDayAction': inRoom(
    but(inClass('take part'), { student: 'own' }),
    async (room, { people }) => [
      room.classId,
      await newAssignment(people.owner.visit, room.classId),
    ],
  ),
  'app/classes/[classId]/rooms/actions.ts#beginRoomAction': inRoom(
    // The deck is assigned in the class, so whoever leads there may ask from it.
    'lead a room',
    async (room, { people }) => {
      await newAssignment(people.owner.visit, room.classId)
      return [room.classId, (await draftFor(people.owner.visit)).deckId, null]
    },
  ),
  'app/join/actions.ts#joinClassAction': [{ with: () => ['ABCDEFGH', 'Joan'], may: everyone }],
  'app/seat/actions.ts#takeSeatAction': [{ with: () => ['A'.repeat(43), false], may: everyone }],
}
