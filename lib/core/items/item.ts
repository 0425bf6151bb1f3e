/**
 * An item is one thing worth knowing that a text says: a question, its answer, the ways to ask it, and the evidence
 * that shows it. It is a fact with its evidence, not a pair of strings.
 */
import { z } from 'zod'
import { GAP } from './gap'

export const ItemKind = z.enum([
  'share', // 40 per cent of its proletariat
  'count', // 160 Communists
  'sum', // nine billion paper rubles
  'quantity', // 120 millilitres
  'date',
  'period', // from … to …
  'duration',
  'place',
  'person', // who did it, who held a role
  'role', // what somebody was
  'name', // what something is called
  'renaming',
  'quotation', // who said it
  'definition',
  'cause',
  'list',
  'sentence', // a sentence with a gap, where no construction fits
  'own', // written by a person
])
export type ItemKind = z.infer<typeof ItemKind>

/** Where the text says it. `body.slice(start, end) === quote`; before/after let it be found again in an edited text. */
export const Evidence = z
  .object({
    start: z.int().min(0),
    end: z.int().min(1),
    quote: z.string().min(1),
    before: z.string(),
    after: z.string(),
  })
  .refine((e) => e.end - e.start === e.quote.length, 'the quote must be as long as its span')
export type Evidence = z.infer<typeof Evidence>

/** The characters of context kept on each side of a quote. */
export const EVIDENCE_CONTEXT = 48

/** One element of a list item: it has a card of its own. */
export const Element = z.object({
  /** Stable key, derived from what it says: short hexadecimal. Never ''. */
  key: z.string().min(1).max(64),
  text: z.string().min(1).max(1000),
  accept: z.array(z.string().min(1).max(1000)).max(50),
})
export type Element = z.infer<typeof Element>

/** The forms in which a card is asked. In a match, which only mock tests ask, it is one of several that share their answers. */
export const Form = z.enum(['typed', 'cloze', 'choice', 'list', 'match', 'flip'])
export type Form = z.infer<typeof Form>

const prompt = z.string().trim().min(1).max(4000)

/** One way to ask an item. Cloze prompts hold exactly one GAP; choice has three options, one of them the answer. */
export const FormSpec = z.discriminatedUnion('form', [
  z.object({ form: z.literal('typed'), prompt }),
  z.object({
    form: z.literal('cloze'),
    prompt: prompt.refine((p) => p.split(GAP).length === 2, `a cloze has exactly one gap ${GAP}`),
  }),
  z.object({
    form: z.literal('choice'),
    prompt,
    options: z
      .array(z.string().trim().min(1).max(1000))
      .length(3)
      .refine((o) => new Set(o).size === o.length, 'the options must differ'),
  }),
  z.object({ form: z.literal('list'), prompt }),
  z.object({ form: z.literal('flip'), prompt }),
])
export type FormSpec = z.infer<typeof FormSpec>

/** What an item says, whoever keeps it: the generator's output and the editor's input. */
export const ItemContent = z.object({
  kind: ItemKind,
  question: prompt,
  answer: z.string().trim().min(1).max(4000),
  /** Other answers that count as the same (the answer itself need not be repeated). */
  accept: z.array(z.string().trim().min(1).max(1000)).max(50),
  /** The elements of a list item, in the text's order; [] for every other kind. */
  elements: z.array(Element).max(60),
  /** The ways to ask it, the best first; never empty. A list item is asked as a list. */
  forms: z.array(FormSpec).min(1).max(8),
  evidence: z.array(Evidence).max(20),
  /** The heading it stands under. */
  section: z.string().max(1000),
})
export type ItemContent = z.infer<typeof ItemContent>

/** An item as the generator proposes it. */
export type ProposedItem = ItemContent & {
  /** Derived from what it says and where (see itemKey): the same text gives the same key on every run. */
  readonly key: string
  /** The construction that made it, e.g. 'share-of', 'held-from-to': what its quality is counted by. */
  readonly construction: string
  /** 0 … 1: how sure the generator is that a good teacher would keep it. */
  readonly confidence: number
}
