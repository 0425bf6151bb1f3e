/** Joining, seats and their links, roles, leaving: the rules, each by what somebody may and may not do. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { ClassRole } from '@/lib/core/class/roles'
import type { ClassId, MemberId } from '@/lib/core/ids'
import type { Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { seatsOf } from '@/lib/store/seat'
import { addSeats } from './add-seats'
import {
  archiveClass,
  closeJoinCode,
  deleteClass,
  renameClass,
  renewJoinCode,
} from './change-class'
import { changeRole, leaveClass, removeMember, renameMember } from './change-member'
import { joinClass, readJoinable } from './join-class'
import { listClasses } from './list-classes'
import { openPost } from './mail'
import { mailSeatLinks } from './mail-seat-links'
import { newId } from './new-id'
import { openClass } from './open-class'
import { readClass } from './read-class'
import { readStudents } from './read-students'
import { recordReviews } from './record-reviews'
import { makeSeatLinks } from './seat-links'
import { openSmtp, textOf } from './smtp-fixture'
import { readSeatOffer, takeSeat } from './take-seat'
import {
  answer,
  DAY_MS,
  NOON,
  newTeacher,
  newVisit,
  ownItem,
  setUpBench,
  succeeded,
} from './test-bench'
import type { Visit } from './visit'

setUpBench()

let teacher: Visit
let classId: ClassId
let code: string

beforeEach(async () => {
  teacher = await newTeacher()
  const opened = succeeded(await openClass(teacher, { name: 'History 10b' }))
  classId = opened.classId
  code = succeeded(await readClass(teacher, classId)).code?.code ?? ''
})

const later = (visit: Visit, days: number): Visit => ({ ...visit, now: visit.now + days * DAY_MS })
const problemOf = (outcome: Outcome<unknown>) => (outcome.ok ? null : outcome.problem.code)
const seats = () => seatsOf(store(), classId)
const seatOf = async (visit: Visit): Promise<MemberId> => {
  const found = (await seats()).find(({ learnerId }) => learnerId === visit.learner.id)
  if (!found) throw new Error('they do not sit in the class')
  return found.id
}
async function joined(displayName: string, visit?: Visit): Promise<Visit> {
  const who = visit ?? (await newVisit())
  succeeded(await joinClass(who, { code, displayName }))
  return who
}
/** Somebody with an account who takes part in this role. */
async function staff(role: ClassRole): Promise<Visit> {
  const who = await joined(role, await newTeacher())
  succeeded(await changeRole(teacher, { classId, memberId: await seatOf(who), role }))
  return who
}
const freeSeat = async (name: string, role = 'student'): Promise<MemberId> => {
  succeeded(await addSeats(teacher, { classId, list: name, role }))
  const found = (await seats()).find(({ displayName }) => displayName === name)
  if (!found) throw new Error('there is no such seat')
  return found.id
}
const linkTo = async (memberId: MemberId, by = teacher): Promise<string> =>
  succeeded(await makeSeatLinks(by, { classId, memberIds: [memberId] }))[0]?.token ?? ''

describe('joining with a code', () => {
  it('shows the class and who teaches, and takes the code in any case, with blanks', async () => {
    const guest = await newVisit()
    const typed = ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)} `
    expect(succeeded(await readJoinable(guest, typed))).toMatchObject({
      class: { id: classId, name: 'History 10b' },
      teachers: ['Teacher'],
      already: false,
      displayName: '',
      code,
    })
    expect(succeeded(await joinClass(guest, { code: typed, displayName: ' Rosa ' }))).toEqual({
      classId,
      already: false,
    })
    expect(succeeded(await readClass(guest, classId)).seat).toMatchObject({
      role: 'student',
      displayName: 'Rosa',
    })
    expect(succeeded(await readJoinable(guest, code)).already).toBe(true)
  })

  it('twice is joining once, also with two requests at a time', async () => {
    const guest = await newVisit()
    const both = await Promise.all(
      ['Rosa', 'Rosa L.'].map((displayName) => joinClass(guest, { code, displayName })),
    )
    expect(both.map((outcome) => succeeded(outcome).already).sort()).toEqual([false, true])
    expect(await seats()).toHaveLength(2)
    expect(succeeded(await joinClass(teacher, { code, displayName: 'I' })).already).toBe(true)
    expect(succeeded(await readClass(teacher, classId)).seat.role).toBe('owner')
  })

  it('is no longer possible when the code is over, closed, replaced, or its class archived', async () => {
    const guest = await newVisit()
    const none = async (who: Visit, tried: unknown) =>
      expect(await joinClass(who, { code: tried, displayName: 'Rosa' })).toMatchObject({
        problem: { code: 'notFound', message: expect.stringContaining('opens no class') },
      })
    await none(later(guest, 30), code)
    succeeded(await joinClass(later(await newVisit(), 29), { code, displayName: 'In time' }))
    for (const wrong of ['CCCC CCCC', 'short', '', null, 7, 'x'.repeat(1_000)])
      await none(guest, wrong)
    const { code: second } = succeeded(await renewJoinCode(teacher, classId))
    expect(second).not.toBe(code)
    await none(guest, code)
    succeeded(await archiveClass(teacher, { classId, archived: true }))
    await none(guest, second)
    succeeded(await archiveClass(teacher, { classId, archived: false }))
    succeeded(await closeJoinCode(teacher, classId))
    await none(guest, second)
    expect(succeeded(await readClass(teacher, classId)).code).toBeNull()
  })

  it('needs a name that can be read', async () => {
    const guest = await newVisit()
    for (const displayName of ['', '  ', '\u202E\u200B', 'x'.repeat(101), null])
      expect(problemOf(await joinClass(guest, { code, displayName }))).toBe('invalid')
    succeeded(await joinClass(guest, { code, displayName: 'Ro\u202Esa\n\u0000<b>' }))
    expect(succeeded(await readClass(guest, classId)).seat.displayName).toBe('Rosa <b>')
  })

  it('ends at 500 seats', async () => {
    const names = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => `Student no ${from + n}`).join('\n')
    const add = (list: string) => addSeats(teacher, { classId, list, role: 'student' })
    expect(succeeded(await add(names(0, 498)))).toEqual({ added: 498 })
    expect(problemOf(await add(names(498, 500)))).toBe('tooLarge')
    await joined('The last one')
    expect(problemOf(await joinClass(await newVisit(), { code, displayName: 'Too many' }))).toBe(
      'tooLarge',
    )
    expect(await seats()).toHaveLength(500)
  })
})

describe('leaving and being removed', () => {
  it('ends what one sees and is seen, and joining again gives the old seat', async () => {
    const rosa = await joined('Rosa')
    const seat = await seatOf(rosa)
    succeeded(await leaveClass(rosa, classId))
    expect(problemOf(await readClass(rosa, classId))).toBe('notFound')
    expect((await listClasses(rosa)).classes).toEqual([])
    expect(await seats()).toHaveLength(1)
    await joined('Rosa L.', rosa)
    expect(await seatOf(rosa)).toBe(seat)
    succeeded(await removeMember(teacher, { classId, memberId: seat }))
    expect(problemOf(await readClass(rosa, classId))).toBe('notFound')
    await joined('Rosa', rosa)
    expect(await seatOf(rosa)).toBe(seat)
  })

  it('gives back a student’s seat, not the role one had', async () => {
    const colleague = await staff('teacher')
    succeeded(await leaveClass(colleague, classId))
    await joined('Again', colleague)
    expect(succeeded(await readClass(colleague, classId)).seat.role).toBe('student')
  })

  it('is not for the owner, who hands the class over first', async () => {
    const colleague = await staff('teacher')
    expect(problemOf(await leaveClass(teacher, classId))).toBe('conflict')
    const own = { classId, memberId: await seatOf(teacher) }
    expect(problemOf(await removeMember(teacher, own))).toBe('conflict')
    const memberId = await seatOf(colleague)
    succeeded(await changeRole(teacher, { classId, memberId, role: 'owner' }))
    expect(succeeded(await readClass(teacher, classId)).seat.role).toBe('teacher')
    expect(succeeded(await readClass(colleague, classId)).seat.role).toBe('owner')
    succeeded(await leaveClass(teacher, classId))
    expect(problemOf(await deleteClass(teacher, classId))).toBe('notFound')
    succeeded(await deleteClass(colleague, classId))
    expect((await listClasses(colleague)).classes).toEqual([])
  })
})

describe('roles', () => {
  it('are changed by the owner alone, for whoever has an account', async () => {
    const colleague = await staff('teacher')
    const guest = await joined('Rosa')
    const memberId = await seatOf(guest)
    for (const role of ['teacher', 'assistant', 'owner'])
      expect(problemOf(await changeRole(teacher, { classId, memberId, role }))).toBe('conflict')
    expect(problemOf(await changeRole(colleague, { classId, memberId, role: 'student' }))).toBe(
      'forbidden',
    )
    const own = await seatOf(teacher)
    expect(problemOf(await changeRole(teacher, { classId, memberId: own, role: 'student' }))).toBe(
      'conflict',
    )
    expect(problemOf(await changeRole(teacher, { classId, memberId, role: 'king' }))).toBe(
      'invalid',
    )
  })

  it('of two hand-overs at once one holds', async () => {
    const [one, other] = [await staff('teacher'), await staff('assistant')]
    const ids = [await seatOf(one), await seatOf(other)]
    const both = await Promise.all(
      ids.map((memberId) => changeRole(teacher, { classId, memberId, role: 'owner' })),
    )
    expect(both.map(problemOf).toSorted()).toEqual(['forbidden', null].toSorted())
    expect((await seats()).filter(({ role }) => role === 'owner')).toHaveLength(1)
  })

  it('a teacher manages students and not staff; an assistant and a student neither', async () => {
    const rosa = await joined('Rosa')
    const [colleague, assistant] = [await staff('teacher'), await staff('assistant')]
    const student = { classId, memberId: await seatOf(rosa) }
    const helper = { classId, memberId: await seatOf(assistant) }
    const list = { classId, list: 'Karl', role: 'student' }
    succeeded(await renameMember(colleague, { ...student, displayName: 'Rosa L.' }))
    succeeded(await addSeats(colleague, list))
    for (const refused of [
      renameMember(colleague, { ...helper, displayName: 'Helper' }),
      removeMember(colleague, helper),
      addSeats(colleague, { ...list, role: 'teacher' }),
      renameClass(colleague, { classId, name: 'Mine' }),
      archiveClass(colleague, { classId, archived: true }),
      deleteClass(colleague, classId),
    ])
      expect(problemOf(await refused)).toBe('forbidden')
    for (const visit of [assistant, rosa])
      for (const refused of [
        removeMember(visit, student),
        addSeats(visit, list),
        makeSeatLinks(visit, { classId, memberIds: [student.memberId] }),
        renewJoinCode(visit, classId),
        closeJoinCode(visit, classId),
      ])
        expect(problemOf(await refused)).toBe('forbidden')
    expect(succeeded(await readClass(assistant, classId)).code).toBeNull()
    expect(problemOf(await readStudents(rosa, classId))).toBe('forbidden')
    expect(succeeded(await readStudents(assistant, classId))).toMatchObject({ mayManage: false })
    succeeded(await removeMember(colleague, student))
  })

  it('in one class are none in another', async () => {
    const rosa = await joined('Rosa')
    const member = { memberId: await seatOf(rosa) }
    const stranger = await newTeacher()
    const { classId: other } = succeeded(await openClass(stranger, { name: 'Other' }))
    for (const [id, problem] of [
      [classId, 'notFound'],
      [other, 'notFound'],
    ] as const) {
      const which = { classId: id, ...member }
      expect(problemOf(await removeMember(stranger, which))).toBe(problem)
      expect(problemOf(await renameMember(stranger, { ...which, displayName: 'X' }))).toBe(problem)
      expect(problemOf(await changeRole(stranger, { ...which, role: 'student' }))).toBe(problem)
      expect(
        problemOf(await makeSeatLinks(stranger, { classId: id, memberIds: [member.memberId] })),
      ).toBe(problem)
    }
    expect(await seatOf(rosa)).toBe(member.memberId)
  })
})

describe('an archived class', () => {
  it('is looked at and not changed, until its owner opens it again', async () => {
    const rosa = await joined('Rosa')
    const member = { classId, memberId: await seatOf(rosa) }
    succeeded(await archiveClass(teacher, { classId, archived: true }))
    expect(succeeded(await readClass(rosa, classId)).class.archived).toBe(true)
    for (const refused of [
      removeMember(teacher, member),
      changeRole(teacher, { ...member, role: 'student' }),
      addSeats(teacher, { classId, list: 'Karl', role: 'student' }),
      renewJoinCode(teacher, classId),
    ])
      expect(problemOf(await refused)).toBe('conflict')
    succeeded(await renameClass(teacher, { classId, name: 'History, 2025' }))
    succeeded(await archiveClass(teacher, { classId, archived: false }))
    succeeded(await removeMember(teacher, member))
  })
})

describe('a pasted list', () => {
  it('makes a free seat for each person who has none', async () => {
    const list = 'Anna Berger, anna@example.org\nKarl\nKarl\nRosa; rosa@example.org'
    const add = () => addSeats(teacher, { classId, list, role: 'student' })
    expect(succeeded(await add())).toEqual({ added: 3 })
    expect(problemOf(await add())).toBe('invalid')
    const { students } = succeeded(await readStudents(teacher, classId))
    expect(
      students.map(({ displayName, email, learnerId }) => [displayName, email, learnerId]),
    ).toEqual([
      ['Anna Berger', 'anna@example.org', null],
      ['Karl', null, null],
      ['Rosa', 'rosa@example.org', null],
    ])
    for (const bad of ['x'.repeat(100_001), '', null])
      expect(problemOf(await addSeats(teacher, { classId, list: bad, role: 'student' }))).toBe(
        'invalid',
      )
    expect(problemOf(await addSeats(teacher, { classId, list, role: 'owner' }))).toBe('invalid')
  })
})

describe('the link of a seat', () => {
  it('seats one person, once, and is kept as its hash alone', async () => {
    const memberId = await freeSeat('Anna Berger')
    const token = await linkTo(memberId)
    const row = await store().classMember.findUniqueOrThrow({ where: { id: memberId } })
    expect(JSON.stringify(row)).not.toContain(token)
    expect(row.linkUntil?.getTime()).toBe(NOON + 30 * DAY_MS)
    const [one, other] = [await newVisit(), await newVisit()]
    expect(succeeded(await readSeatOffer(one, token))).toMatchObject({
      kind: 'take it',
      displayName: 'Anna Berger',
      teachers: ['Teacher'],
    })
    const both = await Promise.all([one, other].map((visit) => takeSeat(visit, { token: token })))
    expect(both.map(problemOf).toSorted()).toEqual(['notFound', null].toSorted())
    expect(problemOf(await takeSeat(await newVisit(), { token: token }))).toBe('notFound')
    expect((await seats()).filter(({ learnerId }) => learnerId !== null)).toHaveLength(2)
  })

  it('opens nothing when it is over, replaced, or its seat or class is gone', async () => {
    const memberId = await freeSeat('Anna')
    const first = await linkTo(memberId)
    const second = await linkTo(memberId)
    const guest = await newVisit()
    for (const wrong of [first, '', 'x', null, 'x'.repeat(5_000), newId()])
      expect(problemOf(await takeSeat(guest, { token: wrong }))).toBe('notFound')
    expect(problemOf(await takeSeat(later(guest, 30), { token: second }))).toBe('notFound')
    succeeded(await archiveClass(teacher, { classId, archived: true }))
    expect(problemOf(await takeSeat(guest, { token: second }))).toBe('notFound')
    succeeded(await archiveClass(teacher, { classId, archived: false }))
    succeeded(await removeMember(teacher, { classId, memberId }))
    expect(problemOf(await takeSeat(guest, { token: second }))).toBe('notFound')
  })

  it('gives nobody a second seat', async () => {
    const rosa = await joined('Rosa')
    const token = await linkTo(await freeSeat('Anna'))
    expect(succeeded(await readSeatOffer(rosa, token)).kind).toBe('already here')
    expect(succeeded(await takeSeat(rosa, { token: token }))).toEqual({ classId, become: null })
    expect((await seats()).find(({ displayName }) => displayName === 'Anna')?.learnerId).toBeNull()
  })

  it('to a seat of the staff is made by the owner and taken with an account', async () => {
    const memberId = await freeSeat('Colleague', 'teacher')
    const colleague = await staff('teacher')
    expect(problemOf(await makeSeatLinks(colleague, { classId, memberIds: [memberId] }))).toBe(
      'forbidden',
    )
    const token = await linkTo(memberId)
    const guest = await newVisit()
    expect(succeeded(await readSeatOffer(guest, token)).kind).toBe('needs an account')
    expect(problemOf(await takeSeat(guest, { token: token }))).toBe('forbidden')
    const other = await newTeacher()
    succeeded(await takeSeat(other, { token: token }))
    expect(succeeded(await readClass(other, classId)).seat.role).toBe('teacher')
  })

  it('brings a guest back on another device', async () => {
    const rosa = await joined('Rosa')
    const token = await linkTo(await seatOf(rosa))
    const device = await newVisit()
    expect(succeeded(await readSeatOffer(device, token)).kind).toBe('come back')
    expect(succeeded(await takeSeat(device, { token: token }))).toEqual({
      classId,
      become: rosa.learner.id,
    })
    expect(problemOf(await takeSeat(await newVisit(), { token: token }))).toBe('notFound')
    const signedIn = await newTeacher()
    const again = await linkTo(await seatOf(rosa))
    expect(succeeded(await readSeatOffer(signedIn, again)).kind).toBe('come back signed in')
    expect(problemOf(await takeSeat(signedIn, { token: again }))).toBe('conflict')
  })

  it('brings what the other device’s own guest did along, where they want it', async () => {
    const rosa = await joined('Rosa')
    const token = await linkTo(await seatOf(rosa))
    const device = await newVisit()
    const { cardIds } = await ownItem(device)
    await recordReviews(device, [answer(cardIds[0] ?? '', NOON)])
    expect(succeeded(await readSeatOffer(device, token)).left).toBe(1)
    expect(succeeded(await takeSeat(device, { token, bringIn: true })).become).toBe(rosa.learner.id)
    expect(await store().review.count({ where: { learnerId: rosa.learner.id } })).toBe(1)
    expect(await store().learner.count({ where: { id: device.learner.id } })).toBe(0)
    // It brings nothing where nobody comes back.
    const [other, seat] = [await newVisit(), await linkTo(await freeSeat('Anna'))]
    succeeded(await takeSeat(other, { token: seat, bringIn: true }))
    expect(await seatOf(other)).toBeTruthy()
  })

  it('is not made where it would open what another teacher’s student does', async () => {
    const rosa = await joined('Rosa')
    const memberId = await seatOf(rosa)
    const before = await linkTo(memberId)
    const stranger = await newTeacher()
    const other = succeeded(await openClass(stranger, { name: 'Other' })).classId
    const otherCode = succeeded(await readClass(stranger, other)).code?.code
    succeeded(await joinClass(rosa, { code: otherCode, displayName: 'Rosa' }))
    expect(problemOf(await makeSeatLinks(teacher, { classId, memberIds: [memberId] }))).toBe(
      'forbidden',
    )
    // Nor does one that was made before open it.
    expect(problemOf(await takeSeat(await newVisit(), { token: before }))).toBe('notFound')
    succeeded(await leaveClass(rosa, other))
    expect(succeeded(await takeSeat(await newVisit(), { token: before })).become).toBe(
      rosa.learner.id,
    )
  })

  it('is not made for somebody with an account', async () => {
    const rosa = await joined('Rosa', await newTeacher())
    expect(
      problemOf(await makeSeatLinks(teacher, { classId, memberIds: [await seatOf(rosa)] })),
    ).toBe('conflict')
    const guest = await joined('Karl')
    const token = await linkTo(await seatOf(guest))
    const email = `karl-${guest.learner.id}@example.org`
    await store().account.create({ data: { learnerId: guest.learner.id, name: 'Karl', email } })
    expect(problemOf(await takeSeat(await newVisit(), { token: token }))).toBe('notFound')
  })

  it('is made for all of those chosen or for none', async () => {
    const free = await freeSeat('Anna')
    const make = async (memberIds: unknown) =>
      problemOf(await makeSeatLinks(teacher, { classId, memberIds }))
    expect(await make([free, newId()])).toBe('notFound')
    for (const bad of [[], 'all', [free, 'no id']]) expect(await make(bad)).toBe('invalid')
    expect((await seats()).every(({ linkUntil }) => linkUntil === null)).toBe(true)
  })
})

describe('mail', () => {
  it('takes the links of free seats to those who have an address, and to nobody else', async () => {
    const smtp = await openSmtp()
    try {
      const post = openPost({ smtpUrl: smtp.url, from: 'passage@example.org' })
      const mail = { post, publicUrl: 'https://passage.example.org' }
      const list = 'Anna, anna@example.org\nKarl\nRosa, rosa@example.org'
      succeeded(await addSeats(teacher, { classId, list, role: 'student' }))
      const assistant = await staff('assistant')
      expect(problemOf(await mailSeatLinks(assistant, classId, mail))).toBe('forbidden')
      expect(problemOf(await mailSeatLinks(teacher, classId, null))).toBe('conflict')
      expect(smtp.taken).toEqual([])
      expect(succeeded(await mailSeatLinks(teacher, classId, mail))).toEqual({
        sent: 2,
        failed: [],
      })
      const [anna] = smtp.taken.filter(({ to }) => to === 'anna@example.org')
      expect(smtp.taken.map(({ to }) => to).toSorted()).toEqual([
        'anna@example.org',
        'rosa@example.org',
      ])
      const link = /https:\/\/passage\.example\.org\/seat\/(\S+)/.exec(anna ? textOf(anna) : '')
      const guest = await newVisit()
      succeeded(await takeSeat(guest, { token: link?.[1] }))
      expect(succeeded(await readClass(guest, classId)).seat.displayName).toBe('Anna')
    } finally {
      await smtp.close()
    }
  })

  it('that the server does not take is said by name', async () => {
    const smtp = await openSmtp()
    await smtp.close()
    const post = openPost({ smtpUrl: smtp.url, from: 'passage@example.org' })
    const mail = { post, publicUrl: 'https://passage.example.org' }
    succeeded(await addSeats(teacher, { classId, list: 'Anna, anna@example.org', role: 'student' }))
    expect(succeeded(await mailSeatLinks(teacher, classId, mail))).toEqual({
      sent: 0,
      failed: ['Anna'],
    })
  })
})
