/**
 * The form of a word that stands in a dictionary: what the tag, and the tag with the ending, make of it; a list of forms
 * that these rules get wrong goes before.
 */
import { BrokenWeights } from '../net/container'
import { irregularLemma } from './irregular'

interface Rule {
  readonly cut: number
  readonly ending: string
}

interface OfTag {
  readonly dictionary: Map<string, string>
  readonly rules: Map<string, Rule>
}

/** Tags as "XPOS|UPOS". */
export type Lemmas = ReadonlyMap<string, OfTag>

/** The longest ending that a rule is about. In letters. */
const LONGEST = 5

/** Lines "tag form lemma" and "tag ending cut put". */
export function readLemmas(dictionary: readonly string[], rules: readonly string[]): Lemmas {
  const lemmas = new Map<string, OfTag>()
  const ofTag = (tag: string): OfTag => {
    const known = lemmas.get(tag)
    if (known) return known
    const made = { dictionary: new Map(), rules: new Map() }
    lemmas.set(tag, made)
    return made
  }
  for (const line of dictionary) {
    const [tag, form, lemma] = line.split(' ')
    if (tag === undefined || form === undefined || lemma === undefined) throw wrong(line)
    ofTag(tag).dictionary.set(form, lemma)
  }
  for (const line of rules) {
    const [tag, suffix, cut, ending] = line.split(' ')
    if (tag === undefined || suffix === undefined || ending === undefined) throw wrong(line)
    if (!/^\d+$/.test(cut ?? '')) throw wrong(line)
    ofTag(tag).rules.set(suffix, { cut: Number(cut), ending })
  }
  return lemmas
}

const wrong = (line: string) =>
  new BrokenWeights(`A line of the lemmas is wrong: ${JSON.stringify(line.slice(0, 80))}`)

/** A name keeps its capitals, as does an adjective made of one; anything else but "I" is in lower case. */
export function lemmaOf(lemmas: Lemmas, form: string, tag: string, isFirst: boolean): string {
  const lower = form.toLowerCase()
  const ofTag = lemmas.get(tag)
  const keeps = keepsCapitals(form, tag, isFirst) && lower.length === form.length
  const lemma = inflectedFrom(ofTag, lower, keeps ? form : lower, tag)
  return lemma === 'i' && tag.startsWith('PRP') ? 'I' : lemma
}

function inflectedFrom(ofTag: OfTag | undefined, lower: string, stem: string, tag: string): string {
  const listed = ofTag?.dictionary.get(lower) ?? irregularLemma(lower, tag) ?? undefined
  if (listed !== undefined) return listed === lower ? stem : capitalsOf(stem, listed)
  if (!ofTag) return stem
  for (let n = Math.min(LONGEST, lower.length - 1); n >= 0; n--) {
    const rule = ofTag.rules.get(lower.slice(lower.length - n))
    if (rule && rule.cut <= stem.length) return stem.slice(0, stem.length - rule.cut) + rule.ending
  }
  return stem
}

/** "the British army", but not "Old friends met": where a sentence begins, a capital says nothing, nor in a line of capitals. */
const keepsCapitals = (form: string, tag: string, isFirst: boolean): boolean =>
  tag.endsWith('|PROPN') ||
  tag.startsWith('NNP') ||
  (tag.startsWith('JJ') && !isFirst && form !== form.toUpperCase())

const capitalsOf = (form: string, lemma: string): string =>
  form.charAt(0) === form.charAt(0).toLowerCase()
    ? lemma
    : lemma.charAt(0).toUpperCase() + lemma.slice(1)
