/** Rows of mock tests: drawn once, then only renamed and put away. */
import { z } from 'zod'
import { Blueprint, TestPart } from '@/lib/core/exam/mock/blueprint'
import { DrawnTest } from '@/lib/core/exam/mock/question'
import { type LearnerId, TestId } from '@/lib/core/ids'
import type { Db } from './client'

export type TestRow = {
  readonly id: TestId
  readonly name: string
  readonly parts: readonly TestPart[]
  readonly blueprint: Blueprint
  readonly drawn: DrawnTest
  readonly archived: boolean
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

/** A test as a list shows it. */
export type TestLine = Pick<TestRow, 'id' | 'name' | 'archived' | 'createdAt'> & {
  readonly questions: number
  readonly minutes: number | null
}

export async function insertTest(
  db: Db,
  ownerId: LearnerId,
  { id, name, parts, blueprint, drawn, createdAt }: Omit<TestRow, 'archived'>,
): Promise<void> {
  await db.mockTest.create({
    data: {
      ...{ ownerId, id, name, blueprint, drawn },
      parts: [...parts],
      createdAt: new Date(createdAt),
    },
  })
}

const Parts = z.array(TestPart)

export async function findTest(db: Db, ownerId: LearnerId, id: TestId): Promise<TestRow | null> {
  const row = await db.mockTest.findUnique({ where: { ownerId_id: { ownerId, id } } })
  return (
    row && {
      id,
      name: row.name,
      parts: Parts.parse(row.parts),
      blueprint: Blueprint.parse(row.blueprint),
      drawn: DrawnTest.parse(row.drawn),
      archived: row.archivedAt !== null,
      createdAt: row.createdAt.getTime(),
    }
  )
}

/** The newest first. */
export async function testsOf(db: Db, ownerId: LearnerId): Promise<TestLine[]> {
  const rows = await db.$queryRaw<
    {
      id: string
      name: string
      archived: boolean
      createdAt: Date
      questions: number
      minutes: number | null
    }[]
  >`
    SELECT id::text AS id, name, archived_at IS NOT NULL AS archived, created_at AS "createdAt",
      jsonb_array_length(drawn -> 'questions') AS questions, (blueprint ->> 'minutes')::int AS minutes
    FROM mock_test WHERE owner_id = ${ownerId}::uuid ORDER BY created_at DESC, id DESC`
  return rows.map((row) => ({
    ...row,
    id: TestId.parse(row.id),
    createdAt: row.createdAt.getTime(),
  }))
}

/** Puts a test away, or takes it out again; says whether there is such a test. */
export async function archiveTest(
  db: Db,
  ownerId: LearnerId,
  id: TestId,
  archivedAt: Date | null,
): Promise<boolean> {
  const { count } = await db.mockTest.updateMany({ where: { ownerId, id }, data: { archivedAt } })
  return count === 1
}
