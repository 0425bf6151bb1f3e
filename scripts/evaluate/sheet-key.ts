/** The key of a sheet says of each item how it was made. It stands beside the sheet, and readers do without it. */
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { EXIT, Refusal } from '../run/program'
import type { MadeItem } from './items-of'

export const Made = z.object({
  construction: z.string().min(1),
  features: z.record(z.string(), z.number()).optional(),
})
export type Made = z.infer<typeof Made>

/** By the hash of the item. */
const Key = z.record(z.string(), Made.extend({ text: z.string().min(1) }))
type Key = z.infer<typeof Key>

export const madeOf = ({ construction, features }: MadeItem): Made => ({
  construction,
  ...(features === undefined ? {} : { features }),
})

export const keyText = (
  items: readonly { readonly hash: string; readonly name: string; readonly item: MadeItem }[],
): string => {
  const key: Key = Object.fromEntries(
    items.map(({ hash, name, item }) => [hash, { text: name, ...madeOf(item) }]),
  )
  return `${JSON.stringify(key, null, 1)}\n`
}

/** Empty where there is no such file. */
export function readKey(file: string): ReadonlyMap<string, Key[string]> {
  if (!existsSync(file)) return new Map()
  try {
    return new Map(Object.entries(Key.parse(JSON.parse(readFileSync(file, 'utf8')))))
  } catch {
    throw new Refusal(`${file} is no key of a sheet.`, EXIT.unreadable)
  }
}
