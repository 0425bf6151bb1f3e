/** Exact numbers: no figure of a text passes through a floating point number. */
import type { Figure } from '@/lib/core/language/tree'

export interface Ratio {
  readonly top: bigint
  /** Above zero. */
  readonly bottom: bigint
}

export const whole = (n: bigint): Ratio => ({ top: n, bottom: 1n })

export const times = (a: Ratio, b: Ratio): Ratio => ({
  top: a.top * b.top,
  bottom: a.bottom * b.bottom,
})

export const plus = (a: Ratio, b: Ratio): Ratio => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
})

export const isLess = (a: Ratio, b: Ratio): boolean => a.top * b.bottom < b.top * a.bottom

/** "1,234.50" and "1234.50" as a ratio; null for what is no decimal number. */
export function readDecimal(text: string): Ratio | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) return null
  const digits = (match[1] ?? '').replaceAll(',', '')
  const decimals = match[2] ?? ''
  return { top: BigInt(digits + decimals), bottom: 10n ** BigInt(decimals.length) }
}

/** As a decimal where it ends within twelve places, else as a fraction in lowest terms. */
export function figureOf(ratio: Ratio): Figure {
  const { top, bottom } = reduced(ratio)
  for (let places = 0; places <= 12; places++) {
    const scale = 10n ** BigInt(places)
    if (scale % bottom !== 0n) continue
    const digits = (top * (scale / bottom)).toString().padStart(places + 1, '0')
    return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  }
  return `${top}/${bottom}`
}

/** A figure ("12.5", "1/3", "12.5/100") as a ratio; null for what is none. */
export function ratioOf(figure: Figure): Ratio | null {
  const [above = '', below = '1', more] = figure.split('/')
  const top = readDecimal(above)
  const bottom = readDecimal(below)
  if (top === null || bottom === null || bottom.top === 0n || more !== undefined) return null
  return reduced({ top: top.top * bottom.bottom, bottom: top.bottom * bottom.top })
}

function reduced({ top, bottom }: Ratio): Ratio {
  let a = top
  let b = bottom
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? whole(0n) : { top: top / a, bottom: bottom / a }
}
