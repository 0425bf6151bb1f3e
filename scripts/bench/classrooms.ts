/** A class as it stands on a day of study: a teacher, an assigned text, and students to whom it was delivered. */
import type pg from 'pg'
import { CardId } from '@/lib/core/ids'
import { newId } from '@/lib/usecases/new-id'
import { newLearner } from './seed'

export interface Pupil {
  readonly cookie: string
  readonly cardIds: readonly CardId[]
}

export interface Classroom {
  /** The teacher's cookie, and what they look at. */
  readonly teacher: string
  readonly looksAt: string
  readonly pupils: readonly Pupil[]
}

/** The teacher assigns the first deck of the library; the students open the app once, and have it. */
export async function seedClassroom(
  client: pg.Client,
  url: string,
  n: number,
  students: number,
): Promise<Classroom> {
  const teacher = await newLearner(url)
  const [classId, assignmentId] = [newId(), newId()]
  await client.query(`INSERT INTO class (id, name, time_zone) VALUES ($1, $2, 'Europe/Vienna')`, [
    classId,
    `Class ${n + 1}`,
  ])
  const seat = `INSERT INTO class_member (id, class_id, learner_id, role, display_name, joined_at)
    VALUES ($1, $2, $3, $4, $5, now())`
  await client.query(seat, [newId(), classId, teacher.id, 'owner', 'A teacher'])
  await client.query(
    `INSERT INTO assignment (id, class_id, deck_id, name, sections, starts_on, due_on, goal)
     SELECT $1, $2, d.id, d.name, '{}', current_date - 1, current_date + 14, '{"kind": "introduced"}'
     FROM deck d WHERE d.owner_id = $3
     ORDER BY (SELECT count(*) FROM deck_item di WHERE di.deck_id = d.id) DESC LIMIT 1`,
    [assignmentId, classId, teacher.id],
  )
  const pupils: Pupil[] = []
  for (let s = 0; s < students; s++) {
    const { id, cookie } = await newLearner(url)
    await client.query(seat, [newId(), classId, id, 'student', `Student ${s + 1}`])
    await (await fetch(url, { headers: { cookie } })).text()
    const { rows } = await client.query<{ id: string }>(
      `SELECT c.id::text FROM delivery d JOIN deck_item di ON di.deck_id = d.deck_id
       JOIN card c ON c.learner_id = d.learner_id AND c.item_id = di.item_id AND c.live
       WHERE d.assignment_id = $1 AND d.learner_id = $2 ORDER BY c.position, c.id`,
      [assignmentId, id],
    )
    if (rows.length === 0) throw new Error('what was assigned has not reached a student')
    pupils.push({ cookie, cardIds: rows.map((row) => CardId.parse(row.id)) })
  }
  const looksAt = `/classes/${classId}/assignments/${assignmentId}/text`
  return { teacher: teacher.cookie, looksAt, pupils }
}
