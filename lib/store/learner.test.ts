import { afterAll, beforeAll, expect, it } from 'vitest'
import { LearnerId } from '@/lib/core/ids'
import { toStudyDay } from '@/lib/core/time/study-day'
import { closeStore, openStore, store } from './client'
import { findLearner, insertLearner, setFold, updateLearner } from './learner'
import { insertResult } from './parameters'
import { outsideTransaction } from './sql'
import { freshDatabase, type TestDatabase } from './test-database'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  openStore(database.url)
})
afterAll(async () => {
  await closeStore()
  await database.drop()
})

it('a learner is the same read by our SQL, on either way to the database, as by Prisma', async () => {
  const id = LearnerId.parse('01890000-0000-7000-8000-00000000000e')
  await insertLearner(store(), id, 'Pacific/Kiritimati')
  await insertResult(store(), id, {
    occasion: 'at-1000',
    outcome: 'adopted',
    reviews: 1_000,
    trainedOn: 800,
    heldBack: 200,
    madeAt: 0,
    weights: Array.from({ length: 21 }, (_, n) => n / 7),
    trainedUntil: 0,
    lossOwn: 0.3,
    lossInUse: 0.4,
    comparedWith: null,
  })
  await setFold(store(), id, {
    parametersNumber: 1,
    rescheduled: { at: 86_400_123, with: 'x/0.9' },
  })
  const written = await updateLearner(store(), id, {
    desiredRetention: 0.87,
    budget: { kind: 'minutes', size: 12 },
    easyDays: ['none', 'normal', 'fewer', 'normal', 'normal', 'normal', 'none'],
    catchUp: { perDay: 30, since: toStudyDay(20_779) },
  })
  expect(written.catchUp).toEqual({ perDay: 30, since: 20_779 })
  expect(await findLearner(outsideTransaction(), id)).toEqual(written)
  expect(await findLearner(store(), id)).toEqual(written)
})
