import { FSRSBinding, FSRSBindingItem, FSRSBindingReview } from '@open-spaced-repetition/binding'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw } from '../memory/draw'
import { recallNow } from '../memory/recall'
import type { Grade, ReviewEvent } from '../review/event'
import { addForecast, calibrationOf, newForecasts } from './calibration'
import { historyOf } from './history'
import { cardId, day, PLAIN, review, tallyOf } from './log-fixture'

const calibration = (events: readonly ReviewEvent[]) =>
  calibrationOf(tallyOf(events, day(2000)).forecasts)

describe('calibration', () => {
  it('holds the forecast from before each answer against the answer', () => {
    const log = [review(0), review(5), review(30, 1)]
    const { answers } = historyOf(cardId(1), log, PLAIN, day(40))
    const said = answers.slice(1).map((a) => recallNow(a.before, a.studyDay, PLAIN) ?? 0)
    const [first = 0, second = 0] = said
    const found = calibration(log)
    expect(found).toMatchObject({ of: 2, recalled: 1, picked: 0 })
    expect(found.said).toBeCloseTo((first + second) / 2, 12)
    expect(found.logLoss).toBeCloseTo(-(Math.log(first) + Math.log(1 - second)) / 2, 12)
    // The two are unlike, each a group of its own.
    expect(found.rmse).toBeCloseTo(Math.sqrt(((1 - first) ** 2 + second ** 2) / 2), 12)
    expect(found.bins.map((bin) => bin.of)).toEqual([1, 1])
    for (const bin of found.bins) {
      expect(bin.said).toBeGreaterThanOrEqual(bin.low)
      expect(bin.said).toBeLessThan(bin.high)
    }
  })

  it('says nothing of answers on the same day, and has no figures without answers', () => {
    const nothing = { of: 0, said: null, logLoss: null, rmse: null, bins: [] }
    expect(calibration([review(0), review(0), review(0, 1)])).toMatchObject(nothing)
  })

  it('leaves out what was picked among options, and says how many', () => {
    const log = [review(0), review(2, 3, { form: 'choice' }), review(13)]
    expect(calibration(log)).toMatchObject({ of: 1, picked: 1 })
  })

  it('counts each answer in one bin', () => {
    const log = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom<Grade>(1, 2, 3, 4)),
    )
    fc.assert(
      fc.property(log, (steps) => {
        let at = 0
        const events = steps.map(([gap, grade]) => {
          at += gap
          return review(at, grade)
        })
        const { of, recalled, bins } = calibration(events)
        expect(bins.reduce((n, bin) => n + bin.of, 0)).toBe(of)
        expect(bins.reduce((n, bin) => n + bin.recalled, 0)).toBe(recalled)
      }),
    )
  })

  it('has the log loss that FSRS’s own evaluation has, answer by answer', () => {
    for (let card = 1; card <= 40; card++) {
      const log = drawnLog(card, 2 + (card % 8))
      const theirs = new FSRSBinding([...PLAIN.weights]).evaluate(evaluated([log]))
      expect(lastAnswers([log]).logLoss).toBeCloseTo(theirs.logLoss, 4)
    }
  })

  it('has the RMSE (bins) that FSRS’s own evaluation has', () => {
    for (const length of [2, 3, 5, 9]) {
      const logs = Array.from({ length: 80 }, (_, n) => drawnLog(n + 1, length))
      const theirs = new FSRSBinding([...PLAIN.weights]).evaluate(evaluated(logs))
      expect(lastAnswers(logs).rmse).toBeCloseTo(theirs.rmseBins, 3)
    }
  })
})

/** The calibration of the last answer of each log. */
function lastAnswers(logs: readonly (readonly ReviewEvent[])[]) {
  const forecasts = newForecasts()
  for (const log of logs) {
    const last = historyOf(log[0]?.cardId ?? cardId(1), log, PLAIN, day(2000)).answers.at(-1)
    if (!last || last.before.phase === 'new') throw new Error('a log of one answer')
    const said = recallNow(last.before, last.studyDay, PLAIN) ?? Number.NaN
    addForecast(forecasts, last, last.studyDay - last.before.lastStudyDay, said)
  }
  return calibrationOf(forecasts)
}

/** Answers of a card, days apart, drawn from its number. */
function drawnLog(card: number, length: number): ReviewEvent[] {
  const lot = (what: string) => draw(`${card}:${what}`)
  let at = 0
  return Array.from({ length }, (_, n) => {
    // Always the same first gap, as FSRS leaves out gaps that few cards have.
    if (n > 0) at += n === 1 ? 3 : 1 + Math.floor(lot(`gap ${n}`) ** 2 * 40)
    const grade = lot(`grade ${n}`) < 0.2 ? 1 : lot(`how ${n}`) < 0.2 ? 2 : 3
    return review(at, grade, { card })
  })
}

/**
 * As FSRS wants them: the days since the answer before, 0 at first. It gives more weight to what comes late in a list;
 * with the same answers many times over, each comes late as often as any other.
 */
function evaluated(logs: readonly (readonly ReviewEvent[])[]): FSRSBindingItem[] {
  const items = logs.map((log) => {
    const reviews = log.map((event, n) => {
      const before = log[n - 1]
      const days = before ? event.studyDay - before.studyDay : 0
      return new FSRSBindingReview(event.kind === 'review' ? event.grade : 3, days)
    })
    return new FSRSBindingItem(reviews)
  })
  return Array.from({ length: 100 }, () => items).flat()
}
