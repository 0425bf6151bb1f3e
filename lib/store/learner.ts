/** Rows of learners. */
import { LearnerId } from '@/lib/core/ids'
import type { Learner, LearnerSettings } from '@/lib/core/learner'
import type { Db } from './client'
import { dateOfDay, dayOfDate } from './day'
import { Prisma } from './generated/client'
import type { LearnerModel } from './generated/models'
import type { Sql } from './sql'

/** With the weights that are in use, and the seats in classes. */
const WITH = {
  parametersInUse: { select: { number: true, weights: true } },
  members: { where: { endedAt: null, role: 'student' }, select: { id: true }, take: 1 },
} satisfies Prisma.LearnerInclude
type LearnerRow = LearnerModel & {
  parametersInUse: { readonly number: number; readonly weights: readonly number[] } | null
  members: readonly unknown[]
}

/** The owner of what ships with the app; made by the first migration. */
export const LIBRARY = LearnerId.parse('00000000-0000-7000-8000-000000000000')

function learnerOf(row: LearnerRow): Learner {
  return {
    id: LearnerId.parse(row.id),
    timeZone: row.timeZone,
    rolloverHour: row.rolloverHour,
    desiredRetention: row.desiredRetention,
    newPerDay: row.newPerDay,
    showIntervals: row.showIntervals,
    gradeButtons: row.gradeButtons,
    ownWeights: row.parametersInUse,
    rescheduled:
      row.rescheduledAt && row.rescheduledWith !== null
        ? { at: row.rescheduledAt.getTime(), with: row.rescheduledWith }
        : null,
    budget:
      row.budgetKind === 'none' ? { kind: 'none' } : { kind: row.budgetKind, size: row.budgetSize },
    holdNew: row.holdNew,
    balanceLoad: row.balanceLoad,
    easyDays: row.easyDays,
    catchUp:
      row.catchUpPerDay === null || row.catchUpSince === null
        ? null
        : { perDay: row.catchUpPerDay, since: dayOfDate(row.catchUpSince) },
    isStudent: row.members.length > 0,
  }
}

type LearnerChange = Partial<LearnerSettings & Pick<Learner, 'timeZone' | 'catchUp'>>

function columnsOf({ budget, catchUp, ...change }: LearnerChange) {
  return {
    ...change,
    ...(budget && { budgetKind: budget.kind }),
    ...(budget && budget.kind !== 'none' && { budgetSize: budget.size }),
    ...(catchUp !== undefined && {
      catchUpPerDay: catchUp?.perDay ?? null,
      catchUpSince: catchUp ? dateOfDay(catchUp.since) : null,
    }),
  }
}

/** The driver does not know arrays of our own types. */
const ARRAYS: ReadonlySet<string> = new Set(['easyDays'])

/** All columns under Prisma's names for them, so that a new one is read as soon as the schema has it. */
const COLUMNS = Prisma.raw(
  Object.keys(Prisma.LearnerScalarFieldEnum)
    .map((field) => {
      const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      return `l.${column}${ARRAYS.has(field) ? '::text[]' : ''} AS "${field}"`
    })
    .join(', '),
)

export async function findLearner(db: Sql, id: LearnerId): Promise<Learner | null> {
  return (await findVisitor(db, id))?.learner ?? null
}

/** The learner, and whether there is an account to sign in to. In SQL, since every request begins with it. */
export async function findVisitor(
  db: Sql,
  id: LearnerId,
): Promise<{ learner: Learner; hasAccount: boolean } | null> {
  const [row] = await db.$queryRaw<
    (LearnerModel & {
      number: number | null
      weights: number[] | null
      has_account: boolean
      is_student: boolean
    })[]
  >`
    SELECT ${COLUMNS}, p.number, p.weights,
      EXISTS (SELECT 1 FROM account a WHERE a.learner_id = l.id) AS has_account,
      EXISTS (
        SELECT 1 FROM class_member m WHERE m.learner_id = l.id AND m.ended_at IS NULL AND m.role = 'student') AS is_student
    FROM learner l LEFT JOIN learner_parameters p ON p.learner_id = l.id AND p.number = l.parameters_number
    WHERE l.id = ${id}::uuid`
  if (!row) return null
  const { number, weights, has_account: hasAccount, is_student: isStudent } = row
  const learner = learnerOf({
    ...row,
    members: isStudent ? [row] : [],
    parametersInUse: number !== null && weights ? { number, weights } : null,
  })
  return { learner, hasAccount }
}

export async function findLearners(db: Db, ids: readonly LearnerId[]): Promise<Learner[]> {
  const rows = await db.learner.findMany({ where: { id: { in: [...ids] } }, include: WITH })
  return rows.map(learnerOf)
}

/** Makes a learner; says whether this call made it (false: it was there already). */
export async function insertLearner(db: Db, id: LearnerId, timeZone: string): Promise<boolean> {
  const { count } = await db.learner.createMany({ data: [{ id, timeZone }], skipDuplicates: true })
  return count === 1
}

export async function updateLearner(
  db: Db,
  id: LearnerId,
  change: LearnerChange,
): Promise<Learner> {
  return learnerOf(
    await db.learner.update({ where: { id }, data: columnsOf(change), include: WITH }),
  )
}

/**
 * What memory is folded with: the number of the own weights (null: the usual ones), and when all due days were set anew.
 * Whoever calls has taken the learner for themselves: see takeLearner.
 */
export async function setFold(
  db: Db,
  id: LearnerId,
  change: { parametersNumber?: number | null; rescheduled?: Learner['rescheduled'] },
): Promise<Learner> {
  const { parametersNumber, rescheduled } = change
  const row = await db.learner.update({
    where: { id },
    data: {
      ...(parametersNumber !== undefined && { parametersNumber }),
      ...(rescheduled !== undefined && {
        rescheduledAt: rescheduled && new Date(rescheduled.at),
        rescheduledWith: rescheduled?.with ?? null,
      }),
    },
    include: WITH,
  })
  return learnerOf(row)
}

/**
 * Until the transaction ends nobody folds this learner's cards: reviews that are being stored are waited for, and later
 * ones wait (lockCards holds the learner, though not against those who lock it otherwise).
 */
export async function takeLearner(db: Db, id: LearnerId): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM learner WHERE id = ${id}::uuid FOR UPDATE`
}

/** Until the transaction ends, others that lock the same learner wait: what is read and then written stays true between. */
export async function lockLearner(db: Db, id: LearnerId): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM learner WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}

/** Locks everybody who studies here, after the library and always in the same order, and says who they are. */
export async function lockEveryone(db: Db): Promise<LearnerId[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM learner WHERE id <> ${LIBRARY}::uuid ORDER BY id FOR NO KEY UPDATE`
  return rows.map((row) => LearnerId.parse(row.id))
}

/** Until the transaction ends, the library stays as it is: whoever changes it waits, whoever copies it does not. */
export async function holdLibrary(db: Db): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM learner WHERE id = ${LIBRARY}::uuid FOR SHARE`
}
