/** What the walk (scripts/walk) leaves behind for the summary: how many cells of its table it tried, and the holes. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Walked = z.object({ cells: z.int(), holes: z.int() })

const fileIn = (folder: string) => join(folder, 'walked.json')

export function leaveWalked(folder: string, walked: z.infer<typeof Walked>): void {
  writeFileSync(fileIn(folder), JSON.stringify(walked))
}

/** `700 cells, 0 holes`; null where no walk came to its end. */
export function walked(folder: string): string | null {
  if (!existsSync(fileIn(folder))) return null
  const { cells, holes } = Walked.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  return `${cells} cells, ${holes} holes`
}
