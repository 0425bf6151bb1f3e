/** Reads times of day: 11:00 a.m., 21:30, noon. */
import { eat, type Read } from './value'

const CLOCK = /(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?\s?m(?:\.(?!\p{L})|(?![\p{L}\p{N}]))/iuy
const CLOCK_24 = /([01]?\d|2[0-3]):([0-5]\d)(?!\d|:\d)/y
const NOON = /(noon|midday|midnight)(?![\p{L}])/iuy

/** Minutes since midnight. */
export function readTime(text: string, at: number): Read<number> | null {
  const noon = eat(NOON, text, at)
  if (noon) return { value: /^midnight/i.test(noon[0]) ? 0 : 720, end: at + noon[0].length }
  const clock = eat(CLOCK, text, at)
  if (clock) {
    const hour = Number(clock[1])
    const minute = Number(clock[2] ?? 0)
    if (hour < 1 || hour > 12 || minute > 59) return null
    const afternoon = clock[3]?.toLowerCase() === 'p' ? 720 : 0
    return { value: (hour % 12) * 60 + minute + afternoon, end: at + clock[0].length }
  }
  const full = eat(CLOCK_24, text, at)
  return full && { value: Number(full[1]) * 60 + Number(full[2]), end: at + full[0].length }
}
