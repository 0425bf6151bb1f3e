/** What several constructions ask of a clause: its leads, its question with the subject inverted, its answers. */
import type { Clause } from '@/lib/core/language/clause'
import type { Range } from '@/lib/core/language/range'
import type { Token } from '@/lib/core/language/tag'
import { BE, HAVE } from '@/lib/core/language/words'
import type { Span } from '@/lib/core/text/source'
import type { Answer } from '../fact'
import { type Mention, overlaps } from '../mentions/mention'
import { inside, joined, say, spanOf } from '../phrase'
import { SAME_IN_PAST } from '../questions/verb-words'
import type { ReadSentence } from '../read-sentence'

/** Leads that only join a sentence to the one before. */
const CONNECTIVES =
  /^(?:however|indeed|moreover|furthermore|in addition|for instance|for example|in fact|in short|in reality|nonetheless|nevertheless|meanwhile|finally|eventually|instead|thus|therefore|consequently|as a result|in contrast|by contrast|on the contrary|of course|similarly|likewise|technically|typically|theoretically|traditionally|in general|generally|still|later|soon|then|afterwards|first|second|third|next|once more|also|additionally|after all|unfortunately|fortunately|certainly|today|and|but)$/i

export const isConnective = (text: string): boolean => CONNECTIVES.test(text)

/** The leads that a question should keep because they say when or where: "In 1733, who …?" Null: it hangs on a condition. */
export function keptLead(sentence: ReadSentence, clause: Clause, without?: Mention): string | null {
  const kept: string[] = []
  for (const lead of clause.leads) {
    const first = sentence.tokens[lead.from]
    const words = say(sentence, lead)
    if (first === undefined || isConnective(words)) continue
    if (
      /^(?:if|unless|whether|though|although|while|whereas|despite|like|unlike)$/.test(first.lower)
    ) {
      if (/^(?:if|unless|whether)$/.test(first.lower)) return null
      continue
    }
    const span = spanOf(sentence.tokens, lead)
    if (without !== undefined && overlaps(span, without)) continue
    const isAnchor =
      /^(?:in|on|at|during|under|after|before|by|between|from|since|until|throughout)$/.test(
        first.lower,
      )
    const when = /^(?:when|once)$/.test(first.lower)
    const length = lead.to - lead.from
    if ((isAnchor && length <= 12) || (when && length <= 16)) kept.push(inside(sentence, lead))
  }
  return kept.join(', ')
}

/** The question's parts when the auxiliary comes first: "did" + subject + "pass" + rest. */
export function inverted(
  sentence: ReadSentence,
  clause: Clause,
): { auxiliary: string; subject: string; verb: string } | null {
  const { tokens } = sentence
  const { verb } = clause
  const subject = inside(sentence, clause.head)
  const main = tokens[verb.main]
  if (main === undefined || subject === '') return null
  const first = verb.auxiliaries[0]
  if (first !== undefined) {
    const auxiliary = tokens[first]?.lower ?? ''
    if (/'s$|n't$/.test(auxiliary) || auxiliary === 'cannot') return null
    return { auxiliary, subject, verb: say(sentence, { from: first + 1, to: verb.to }) }
  }
  if (verb.copula)
    return {
      auxiliary: main.lower,
      subject,
      verb: say(sentence, { from: verb.main + 1, to: verb.to }),
    }
  if (HAVE.has(main.lower) || BE.has(main.lower) || main.pos !== 'VERB') {
    if (!HAVE.has(main.lower)) return null
  }
  const base = HAVE.has(main.lower) ? 'have' : baseForm(main)
  if (base === null) return null
  const adverbs = say(sentence, { from: verb.from, to: verb.main })
  // "Holm hit a record": one does not "hit" in the present.
  const isPast =
    verb.tense === 'past' || (SAME_IN_PAST.has(main.lower) && isOne(tokens[clause.head.to - 1]))
  const auxiliary = isPast ? 'did' : /s$/.test(main.lower) && main.lower !== base ? 'does' : 'do'
  return { auxiliary, subject, verb: joined(adverbs, base) }
}

const isOne = (head: Token | undefined): boolean =>
  head !== undefined && /^(?:NOUN|PROPN)$/.test(head.pos) && !/s$/.test(head.lower)

/** The base form where the tagger's lemma can be trusted: it differs from an -ed form, or is the word itself. */
function baseForm(main: Token): string | null {
  if (/[^a-z]/.test(main.lemma)) return null
  if (/ed$/.test(main.lower) && main.lemma === main.lower)
    return main.lower.length <= 4 ? main.lower : null
  return main.lemma
}

/** Who or what the subject is, when it is nothing but persons: their mentions. */
export function personsIn(sentence: ReadSentence, range: Range): readonly Mention[] {
  const span = spanOf(sentence.tokens, range)
  const persons = sentence.mentions.filter(
    (m) => m.type === 'person' && m.start >= span.start && m.end <= span.end,
  )
  if (persons.length === 0) return []
  const others = sentence.tokens
    .slice(range.from, range.to)
    .filter((t) => !persons.some((p) => t.start >= p.start && t.end <= p.end))
  let depth = 0
  for (const token of others) {
    if (token.text === '(') depth++
    else if (token.text === ')') depth--
    else if (
      depth === 0 &&
      !/^(?:,|and|old|young|the|a|an)$/i.test(token.text) &&
      token.pos !== 'ADJ' &&
      token.pos !== 'NOUN'
    )
      return []
  }
  // A possessive person ("Holm's speeches") is not the subject.
  if (others.some((t) => t.lower === "'s" || t.text === '’')) return []
  if (others.some((t) => t.pos === 'NOUN' && t.start > (persons.at(-1)?.end ?? 0))) return []
  // A bracketed alias is no second person.
  return persons.filter((p) => sentence.view.text.charAt(p.start - 1) !== '(')
}

/** A bracket right after a name holds another name of the same: "Osinsky" of "Obolensky (Osinsky)". */
export function aliasAfter(sentence: ReadSentence, end: number): string | null {
  return /^ \((\p{Lu}[^()]{1,40})\)/u.exec(sentence.view.text.slice(end))?.[1] ?? null
}

export function personAnswer(sentence: ReadSentence, mention: Mention): Answer {
  const alias = aliasAfter(sentence, mention.end)
  const text = alias === null ? mention.text : `${mention.text} (${alias})`
  return {
    text,
    type: 'person',
    grain: '',
    span: { start: mention.start, end: mention.end },
    number: '',
  }
}

export function measureAnswer(
  mention: Mention,
  sentence: ReadSentence,
  withHedge: boolean,
): Answer {
  const start = withHedge ? mention.hedgeStart : mention.start
  return {
    text: sentence.view.text
      .slice(start, mention.end)
      .replace(/^\p{Lu}(?=\p{Ll})/u, (c) => c.toLowerCase()),
    type: mention.type,
    grain: mention.grain,
    span: { start, end: mention.end },
    number: sentence.view.text.slice(mention.start, mention.numberEnd),
  }
}

export const timeAnswer = (mention: Mention): Answer => ({
  text: mention.text.replace(/^(?:From|Between|The) /, (word) => word.toLowerCase()),
  type: mention.type,
  grain: mention.grain,
  span: { start: mention.start, end: mention.end },
  number: '',
})

/** Mentions inside a range of tokens. */
export function mentionsIn(sentence: ReadSentence, range: Range): readonly Mention[] {
  const span = spanOf(sentence.tokens, range)
  return sentence.mentions.filter((m) => m.start >= span.start && m.end <= span.end)
}

/** A statement is specific when it names, dates, counts or quotes something, or is long enough to be told from others. */
export function isSpecific(sentence: ReadSentence, span: Span): boolean {
  const inSpan = (m: Span) => m.start >= span.start && m.end <= span.end
  const anchors = [...sentence.mentions.filter(inSpan), ...sentence.resolved.filter(inSpan)]
  const words = sentence.view.text.slice(span.start, span.end).split(' ').length
  return (
    anchors.length > 0 || words >= 9 || /[“"]/.test(sentence.view.text.slice(span.start, span.end))
  )
}

/** The sentences that this one's replaced words were taken from: a question that uses them leans on these too. */
export function sourcesOf(sentence: ReadSentence): ReadSentence[] {
  const from = sentence.resolved.flatMap((r) =>
    r.from === null || r.from === sentence ? [] : [r.from],
  )
  return [...new Set(from)]
}
