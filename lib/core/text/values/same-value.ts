/** Whether two values are the same. Numbers and dates are never matched loosely; a hedge or a unit may be left out. */
import { unitNamed } from './units'
import type { Amount, CivilDate, Hedge, Relation, Stretch, Value } from './value'

/**
 * `given` is what was typed, `wanted` what is right. A unit may be left out where the number stands alone; another unit,
 * another number, a missing or added part of a date are different. What is counted (`noun`) is left to the caller.
 */
export function sameValue(given: Value, wanted: Value): boolean {
  if (given.kind === 'number' && wanted.kind !== 'number') return bareNumber(given, wanted)
  if (wanted.kind === 'number' && given.kind !== 'number') return addedUnit(given, wanted)
  switch (given.kind) {
    case 'number':
      return wanted.kind === 'number' && sameAmount(given.amount, wanted.amount)
    case 'ordinal':
      return wanted.kind === 'ordinal' && given.n === wanted.n
    case 'share':
      return wanted.kind === 'share' && sameAmount(given.amount, wanted.amount)
    case 'money':
      return (
        wanted.kind === 'money' &&
        given.unit === wanted.unit &&
        sameAmount(given.amount, wanted.amount)
      )
    case 'quantity':
      return wanted.kind === 'quantity' && sameQuantity(given, wanted)
    case 'duration':
      return (
        wanted.kind === 'duration' &&
        sameStretch(given.low, wanted.low) &&
        sameStretch(given.high, wanted.high) &&
        sameHedge(given.hedge, wanted.hedge)
      )
    case 'date':
      return (
        wanted.kind === 'date' &&
        sameDate(given.date, wanted.date) &&
        sameRelation(given.relation, wanted.relation) &&
        sameHedge(given.hedge, wanted.hedge)
      )
    case 'period':
      return (
        wanted.kind === 'period' &&
        sameDate(given.from, wanted.from) &&
        sameDate(given.to, wanted.to)
      )
    case 'time':
      return (
        wanted.kind === 'time' &&
        given.minutes === wanted.minutes &&
        sameRelation(given.relation, wanted.relation)
      )
  }
}

/** Doubles that differ only in what arithmetic adds. */
const same = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

function sameAmount(given: Amount, wanted: Amount): boolean {
  return (
    same(given.low, wanted.low) &&
    same(given.high, wanted.high) &&
    sameHedge(given.hedge, wanted.hedge)
  )
}

/** A hedge may be left out or weakened to "about"; it may not be turned round or made up. */
const sameHedge = (given: Hedge, wanted: Hedge): boolean =>
  given === null || given === 'about' || given === wanted

/** "by 1715" is not "before 1715"; a preposition that only repeats the question's is no harm. */
const sameRelation = (given: Relation, wanted: Relation): boolean =>
  given === null || given === wanted || (wanted === null && given !== 'before' && given !== 'after')

const sameStretch = (a: Stretch, b: Stretch): boolean =>
  same(a.months, b.months) && same(a.seconds, b.seconds)

const sameDate = (a: CivilDate, b: CivilDate): boolean =>
  a.year === b.year &&
  a.month === b.month &&
  a.day === b.day &&
  a.part === b.part &&
  a.grain === b.grain

type Quantity = Extract<Value, { kind: 'quantity' }>

function sameQuantity(given: Quantity, wanted: Quantity): boolean {
  if (given.unit === wanted.unit) return sameAmount(given.amount, wanted.amount)
  const a = unitNamed(given.unit)
  const b = unitNamed(wanted.unit)
  if (!a || !b || a.dimension !== b.dimension) return false
  const scaled = {
    ...given.amount,
    low: given.amount.low * a.factor,
    high: given.amount.high * a.factor,
  }
  return sameAmount(scaled, {
    ...wanted.amount,
    low: wanted.amount.low * b.factor,
    high: wanted.amount.high * b.factor,
  })
}

type NumberValue = Extract<Value, { kind: 'number' }>

/** A number without the unit: right where there is one number to leave it out of. */
function bareNumber(given: NumberValue, wanted: Value): boolean {
  if (given.noun !== '' && wanted.kind !== 'ordinal') return false
  const { low, high } = given.amount
  switch (wanted.kind) {
    case 'share':
    case 'money':
    case 'quantity':
      return sameAmount(given.amount, wanted.amount)
    case 'duration':
      return (
        wanted.printed !== null && same(low, wanted.printed.low) && same(high, wanted.printed.high)
      )
    case 'date':
      return (
        low === high &&
        wanted.date.grain === 'year' &&
        wanted.date.part === null &&
        wanted.date.year === low
      )
    case 'ordinal':
      return low === high && wanted.n === low
    default:
      return false
  }
}

/** A unit that the answer leaves out: no harm where nothing else is counted. */
function addedUnit(given: Value, wanted: NumberValue): boolean {
  if (wanted.noun !== '') return false
  if (given.kind === 'share' || given.kind === 'money' || given.kind === 'quantity') {
    return sameAmount(given.amount, wanted.amount)
  }
  const { low, high } = wanted.amount
  if (given.kind === 'duration') {
    const { printed } = given
    return printed !== null && same(printed.low, low) && same(printed.high, high)
  }
  return (
    low === high && given.kind === 'date' && given.date.grain === 'year' && given.date.year === low
  )
}
