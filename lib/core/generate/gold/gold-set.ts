/**
 * A gold set is what a reader says a text teaches, written before anything was generated from it: facts in words of our
 * own, each with key words that find the sentence that says it.
 */
import { z } from 'zod'

export const FactType = z.enum([
  'list',
  'share',
  'count',
  'sum',
  'measure',
  'duration',
  'date',
  'period',
  'role',
  'person',
  'name',
  'renaming',
  'quotation',
  'definition',
  'cause',
  'purpose',
  'place',
  'comparison',
  'order',
  'event',
])
export type FactType = z.infer<typeof FactType>

/** Key words find a sentence; more of them than this would begin to copy it. */
const MOST_KEY_WORDS = 12
/** In words, of one key. */
const LONGEST_KEY = 6

const words = (text: string): number => text.split(/\s+/).length
const said = z.string().trim().min(1)

const keys = z
  .array(said.refine((k) => words(k) <= LONGEST_KEY, `a key has at most ${LONGEST_KEY} words`))
  .min(1)
  .refine(
    (all) => all.reduce((sum, key) => sum + words(key), 0) <= MOST_KEY_WORDS,
    `the keys have at most ${MOST_KEY_WORDS} words in all`,
  )

export const GoldFact = z
  .strictObject({
    fact: said,
    type: FactType,
    /** 3: a teacher would certainly ask it; 2: a good student should know it; 1: a detail. */
    importance: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    /** All of them stand in the sentence that says it best, and together in no other. */
    evidence: keys,
    /** The keys of other sentences that say it too. */
    also: z.array(keys).optional(),
    /** What would be right, the shortest first. */
    answer: z.array(said).min(1).optional(),
    /** Of a list each element, with what would be right for it. */
    elements: z.array(z.array(said).min(1)).min(2).optional(),
  })
  .refine((f) => (f.type === 'list') === (f.elements !== undefined), {
    path: ['elements'],
    message: 'a list has elements, and nothing else has',
  })
  .refine((f) => (f.type === 'list') === (f.answer === undefined), {
    path: ['answer'],
    message: 'every fact but a list has an answer',
  })
export type GoldFact = z.infer<typeof GoldFact>

export const Half = z.enum(['develop', 'check'])
export type Half = z.infer<typeof Half>

export const GoldSet = z.strictObject({
  /** The stem of the text's file. */
  text: z.string().regex(/^[\w.-]+$/, 'the stem of a file'),
  /** Texts that are not ours to ship are beside the project, and may be absent. */
  where: z.enum(['shared', 'content', 'own']),
  /** To develop on, or only to check. */
  half: Half,
  facts: z.array(GoldFact).min(1),
})
export type GoldSet = z.infer<typeof GoldSet>

export type ReadSet =
  | { readonly ok: true; readonly set: GoldSet }
  /** Each a sentence that says where and what. */
  | { readonly ok: false; readonly problems: readonly string[] }

/** `file` is what the problems call it. */
export function readGoldSet(json: string, file: string): ReadSet {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return { ok: false, problems: [`${file}: ${error instanceof Error ? error.message : error}`] }
  }
  const read = GoldSet.safeParse(value)
  if (read.success) return { ok: true, set: read.data }
  return {
    ok: false,
    problems: read.error.issues.map(
      (issue) => `${file}: ${placeOf(issue.path, value)}${issue.message}`,
    ),
  }
}

/** "fact 3 (The congress met …), answer: " */
function placeOf(path: readonly PropertyKey[], value: unknown): string {
  const [first, index, ...rest] = path
  if (first !== 'facts' || typeof index !== 'number')
    return path.length ? `${path.join('.')}: ` : ''
  const facts = z.object({ facts: z.array(z.object({ fact: z.string() }).catch({ fact: '' })) })
  const fact = facts.safeParse(value).data?.facts[index]?.fact ?? ''
  return `${factName(index, fact)}${rest.length ? `, ${rest.join('.')}` : ''}: `
}

export const factName = (index: number, fact: string): string =>
  `fact ${index + 1}${fact === '' ? '' : ` (${fact})`}`
