/** Jobs for the worker, queued in the transaction that gives the reason for them. Their tables are graphile-worker's. */
import type { LearnerId } from '@/lib/core/ids'
import type { Db } from './client'
import type { Sql } from './sql'

/** The schema of graphile-worker's tables. */
export const JOBS_SCHEMA = 'graphile_worker'

/** What is to be done; each is a task of scripts/worker.ts. */
export const FIT_PARAMETERS = 'fit-parameters'
export const FOLD_AGAIN = 'fold-again'
export const IMPORT_BOOK = 'import-book'

/** With growing pauses between them: a database that is gone for a night is back before the last. */
const MOST_ATTEMPTS = 12

/** `key` names the job: while one with the same key waits, there is no second one. */
export async function addJob(db: Sql, task: string, payload: object, key: string): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, job_key := ${key}, max_attempts := ${MOST_ATTEMPTS}::int)`
}

/** Takes away what waits to be done for a learner; a job that is being run finds nobody. */
export async function removeJobs(db: Db, learnerId: LearnerId): Promise<void> {
  await db.$queryRaw`
    SELECT (graphile_worker.remove_job(key)).id::text AS id FROM graphile_worker.jobs
    WHERE key LIKE ${`%:${learnerId}%`}`
}

export type JobState = 'waiting' | 'running' | 'failed'

/** The state of the learner's job of this kind; null where there is none. */
export async function jobState(
  db: Db,
  task: string,
  learnerId: LearnerId,
): Promise<JobState | null> {
  const rows = await db.$queryRaw<{ state: JobState }[]>`
    SELECT CASE WHEN locked_at IS NOT NULL THEN 'running' WHEN attempts >= max_attempts THEN 'failed' ELSE 'waiting' END AS state
    FROM graphile_worker.jobs WHERE task_identifier = ${task} AND key LIKE ${`${task}:${learnerId}:%`}`
  const states = rows.map((row) => row.state)
  const wanted: JobState[] = ['running', 'waiting', 'failed']
  return wanted.find((state) => states.includes(state)) ?? null
}

/** Jobs that a worker which is gone had begun may be begun again. Whoever calls is the only worker. */
export async function releaseJobs(db: Db): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
    FROM graphile_worker.jobs WHERE locked_by IS NOT NULL`
}
