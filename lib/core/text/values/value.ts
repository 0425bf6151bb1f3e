/** A value is what a number, a share, a sum, a date or a stretch of time says, whatever words say it. */

/** 'over': a little more than, at least; 'under': nearly, up to; 'about': either way. */
export type Hedge = 'about' | 'over' | 'under' | null

/** One number where low === high, else a range. */
export type Amount = { readonly low: number; readonly high: number; readonly hedge: Hedge }

/** Months and seconds, since a month has no fixed number of days. */
export type Stretch = { readonly months: number; readonly seconds: number }

export type DatePart = 'early' | 'mid' | 'late' | 'spring' | 'summer' | 'autumn' | 'winter'

export type CivilDate = {
  /** Negative before Christ; the number of the century where grain is 'century', the first year of a decade. */
  readonly year: number | null
  /** 1 … 12. */
  readonly month: number | null
  readonly day: number | null
  readonly part: DatePart | null
  readonly grain: 'day' | 'month' | 'year' | 'decade' | 'century'
}

/** How something stands to a date: by 1715 is not in 1715. */
export type Relation = 'by' | 'since' | 'until' | 'before' | 'after' | null

export type Value =
  /** `noun` is what is counted or measured, as written; '' where nothing is said. */
  | { readonly kind: 'number'; readonly amount: Amount; readonly noun: string }
  | { readonly kind: 'ordinal'; readonly n: number; readonly noun: string }
  /** In per cent; two-thirds is 66.666… */
  | { readonly kind: 'share'; readonly amount: Amount; readonly noun: string }
  /** `unit` is the currency: 'ruble', 'dollar'. */
  | {
      readonly kind: 'money'
      readonly amount: Amount
      readonly unit: string
      readonly noun: string
    }
  /** As printed, with the unit's own name: 'millilitre'. */
  | {
      readonly kind: 'quantity'
      readonly amount: Amount
      readonly unit: string
      readonly noun: string
    }
  | {
      readonly kind: 'duration'
      readonly low: Stretch
      readonly high: Stretch
      readonly hedge: Hedge
      /** The numbers as printed where there is one unit, else null: 5 and 5 of "five days". */
      readonly printed: { readonly low: number; readonly high: number } | null
      readonly noun: string
    }
  | {
      readonly kind: 'date'
      readonly date: CivilDate
      readonly relation: Relation
      readonly hedge: Hedge
    }
  | { readonly kind: 'period'; readonly from: CivilDate; readonly to: CivilDate }
  /** Minutes since midnight. */
  | { readonly kind: 'time'; readonly minutes: number; readonly relation: Relation }

/** What was read at a place of a text, and where it ends. */
export type Read<T> = { readonly value: T; readonly end: number }

/** `pattern` must be sticky. */
export function eat(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The offset after `pattern`, or `at` where it does not stand. */
export function skip(pattern: RegExp, text: string, at: number): number {
  return at + (eat(pattern, text, at)?.[0].length ?? 0)
}
