/** Classes and the seats in them: who opens one, who sits where, and what the database itself keeps. */
import { describe, expect, it } from 'vitest'
import { MemberId } from '@/lib/core/ids'
import { insertMember, membersOf } from '@/lib/store/class'
import { inTransaction, store } from '@/lib/store/client'
import { listClasses } from './list-classes'
import { newId } from './new-id'
import { openClass } from './open-class'
import { readClass } from './read-class'
import { NOON, newTeacher, newVisit, setUpBench, succeeded } from './test-bench'

setUpBench()

const memberId = () => MemberId.parse(newId())

describe('opening a class', () => {
  it('makes whoever opens it its owner, with a code that holds for 30 days', async () => {
    const teacher = await newTeacher()
    const { classId } = succeeded(await openClass(teacher, { name: '  History 10b ' }))
    const home = succeeded(await readClass(teacher, classId))
    expect(home.class).toEqual({
      id: classId,
      name: 'History 10b',
      timeZone: 'Europe/Vienna',
      archived: false,
    })
    expect(home.seat).toMatchObject({ role: 'owner', displayName: 'Teacher' })
    expect(home.code?.code).toMatch(/^[A-Z0-9]{8}$/)
    expect(home.code?.until).toBe(NOON + 30 * 86_400_000)
    expect((await listClasses(teacher)).classes).toMatchObject([
      { class: { id: classId }, students: 0 },
    ])
  })

  it('needs an account', async () => {
    const guest = await newVisit()
    expect(await openClass(guest, { name: 'History' })).toMatchObject({
      ok: false,
      problem: { code: 'forbidden' },
    })
    expect(await listClasses(guest)).toEqual({ classes: [], mayOpen: false })
  })

  it.each(['', '   ', 'x'.repeat(201), 7, null])('refuses the name %j', async (name) => {
    expect(await openClass(await newTeacher(), { name })).toMatchObject({
      problem: { code: 'invalid' },
    })
  })

  it('tells nobody else that there is such a class', async () => {
    const { classId } = succeeded(await openClass(await newTeacher(), { name: 'History' }))
    for (const id of [classId, newId(), 'no id', null])
      expect(await readClass(await newTeacher(), id)).toMatchObject({
        problem: { code: 'notFound' },
      })
  })
})

describe('the database keeps', () => {
  it('one owner for each class, whoever writes', async () => {
    const teacher = await newTeacher()
    const { classId } = succeeded(await openClass(teacher, { name: 'History' }))
    const another = {
      id: memberId(),
      classId,
      learnerId: (await newTeacher()).learner.id,
      role: 'owner' as const,
      displayName: 'Second',
    }
    await expect(insertMember(store(), another, NOON)).rejects.toThrow('Unique constraint')
    const owner = { classId, role: 'owner' as const }
    for (const data of [{ role: 'teacher' as const }, { endedAt: new Date(NOON) }])
      await expect(store().classMember.updateMany({ where: owner, data })).rejects.toThrow(
        'a class always has an owner',
      )
    await expect(store().classMember.deleteMany({ where: owner })).rejects.toThrow(
      'a class always has an owner',
    )
    await inTransaction(async (db) => {
      await db.classMember.updateMany({ where: owner, data: { role: 'teacher' } })
      await insertMember(db, another, NOON)
    })
    expect((await membersOf(store(), classId)).map(({ role }) => role)).toEqual([
      'owner',
      'teacher',
    ])
    await store().class.delete({ where: { id: classId } })
    expect(await membersOf(store(), classId)).toEqual([])
  })

  it('one seat for each learner in a class', async () => {
    const teacher = await newTeacher()
    const { classId } = succeeded(await openClass(teacher, { name: 'History' }))
    const again = { id: memberId(), classId, learnerId: teacher.learner.id, displayName: 'Again' }
    await expect(insertMember(store(), { ...again, role: 'student' }, NOON)).rejects.toThrow(
      'Unique constraint',
    )
  })
})
