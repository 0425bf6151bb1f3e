import { afterAll, beforeAll, expect, it } from 'vitest'
import { environment } from '@/lib/environment'
import { Lifetime } from '../setup/lifetime.mjs'
import { mergeThroughKills } from './merge-fixture'
import { crash } from './run'
import { seeded } from './seeded'
import { sitThroughKills } from './sitting-fixture'
import { startVictims, type Victims } from './victims'

const REVIEWS = 4_000
const KILLS = 8

let victims: Victims
let built: string
beforeAll(async () => {
  const { build, folder } = environment().test
  if (!build || !folder) throw new Error('Start this with npm test -- crash')
  built = build
  victims = await startVictims(new Lifetime(), build, folder)
})
afterAll(() => victims.close())

it('loses no answer and doubles none, whatever dies', async () => {
  const report = await crash(victims, {
    reviews: REVIEWS,
    cards: 120,
    kills: KILLS,
    seed: 'a bad day',
    say: () => undefined,
  })
  expect(report.broken).toEqual([])
  expect(report.acknowledged).toBe(REVIEWS)
  expect(report.kills).toEqual({ web: 2, SIGKILL: 2, SIGQUIT: 2, both: 2 })
  // Otherwise nothing was under way when something died.
  expect(report.failures).toBeGreaterThan(0)
})

it('loses no answer of a mock test between any two of them, and teaches each once', async () => {
  const report = await sitThroughKills(victims, 8, seeded('a bad day for a test'))
  expect(report.broken).toEqual([])
  expect(report.kills).toBe(10)
  expect(report.failures).toBeGreaterThan(0)
})

it('merges two histories whole or not at all, and loses no answer of either', async () => {
  const report = await mergeThroughKills(victims, built, seeded('a bad day to become one'))
  expect(report.broken).toEqual([])
  expect(report.kills).toBe(4)
  expect(report.failures).toBeGreaterThan(0)
})
