/**
 * A judgement is what one reader said of one item, whatever run has made it: it is kept by what the item says, so that
 * the next run need not be judged again.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import type { ProposedItem } from '@/lib/core/items/item'

/** In the order in which an item is judged: the first that fails is the verdict. */
export const Verdict = z.enum([
  'grammar', // it is no sentence that a teacher would write
  'context', // it cannot be understood without the passage
  'ambiguous', // something else would be right as well
  'wrong', // its answer is not what the text says
  'trivial', // nobody would want to know it
  'good',
])
export type Verdict = z.infer<typeof Verdict>

export const Reader = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'a reader is a short name in small letters')

export const Judgement = z.strictObject({
  item: z.string().regex(/^[0-9a-f]{16}$/, 'sixteen hexadecimal digits'),
  text: z.string().min(1),
  reader: Reader,
  verdict: Verdict,
  construction: z.string().min(1),
  /** What the generator knew of the item when it was judged. */
  features: z.record(z.string(), z.number()).optional(),
})
export type Judgement = z.infer<typeof Judgement>

type Said = Pick<ProposedItem, 'question' | 'answer' | 'elements'>

/** The name of what an item of this text says. Case and spacing count: they are judged too. */
export function saidHash(text: string, { question, answer, elements }: Said): string {
  const parts = [text, question, answer, ...elements.map((e) => e.text)]
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, 16)
}

export type ReadJudgements =
  | { readonly ok: true; readonly judgements: readonly Judgement[] }
  | { readonly ok: false; readonly problems: readonly string[] }

/** One a line; `file` is what the problems call it. */
export function readJudgements(lines: string, file: string): ReadJudgements {
  const read = lines.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    const one = Judgement.safeParse(parsed(line))
    const said = one.success ? '' : (one.error.issues[0]?.message ?? 'no judgement')
    return [{ one, problem: `${file}, line ${i + 1}: ${said}` }]
  })
  const problems = read.flatMap(({ one, problem }) => (one.success ? [] : [problem]))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, judgements: read.flatMap(({ one }) => (one.success ? [one.data] : [])) }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** The lines of a file: by item and reader, of each pair the last that was given. */
export function judgementLines(judgements: readonly Judgement[]): string {
  const last = new Map(judgements.map((j) => [`${j.item} ${j.reader}`, j]))
  const sorted = [...last].sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([, j]) => `${JSON.stringify(inOrder(j))}\n`).join('')
}

const inOrder = ({
  item,
  text,
  reader,
  verdict,
  construction,
  features,
}: Judgement): Judgement => ({
  item,
  text,
  reader,
  verdict,
  construction,
  ...(features === undefined ? {} : { features }),
})
