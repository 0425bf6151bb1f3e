import type { Span } from '@/lib/core/text/source'
import { type Fact, fact } from '../fact'
import type { ReadSentence } from '../read-sentence'

const NAME = '(?:“[^”]{2,80}”|\\p{Lu}[\\p{L}.]*(?: (?:of |the |and )?\\p{Lu}[\\p{L}.()]*)*)'

/** "changed from the “A” to the “B”", "the “A” was renamed the “B”": both ways. */
export function renaming(sentence: ReadSentence): Fact[] {
  if (sentence.quoted) return []
  const { text } = sentence.view
  const patterns = [
    new RegExp(
      `\\bnames?\\b[^.;“]{0,40}? changed from (?:the |that of )?(${NAME}) to (?:the |that of )?(${NAME})`,
      'u',
    ),
    new RegExp(
      `(${NAME})(?:,? which)? (?:was|were|has been|is|had been) (?:later |then |soon |officially )?(?:renamed|rechristened)(?: as)? (?:the )?(${NAME})`,
      'u',
    ),
    new RegExp(`(${NAME}) changed its name to (?:the )?(${NAME})`, 'u'),
  ]
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (match?.[1] === undefined || match[2] === undefined) continue
    const before = capturedSpan(text, match, match[1], match.index)
    const after = capturedSpan(text, match, match[2], before.end)
    return [renamed(sentence, before, after, 'new'), renamed(sentence, after, before, 'old')]
  }
  return formerName(sentence)
}

function capturedSpan(text: string, match: RegExpExecArray, words: string, from: number): Span {
  const start = text.indexOf(words, Math.max(from, match.index))
  return { start, end: start + words.length }
}

const bare = (words: string): string => words.replace(/[“”]/g, '').replace(/[,.]$/, '')

function renamed(sentence: ReadSentence, known: Span, asked: Span, which: 'new' | 'old'): Fact {
  const { text } = sentence.view
  const from = bare(text.slice(known.start, known.end))
  const answer = bare(text.slice(asked.start, asked.end))
  const the = /\b[Tt]he $/.test(text.slice(0, known.start)) ? 'the ' : ''
  const ask =
    which === 'new'
      ? ({
          way: 'fronted',
          word: 'What',
          auxiliary: 'was',
          subject: `${the}${from}`,
          rest: 'renamed',
        } as const)
      : ({
          way: 'fronted',
          word: 'What',
          auxiliary: 'was',
          subject: `${the}${from}`,
          rest: 'called before it was renamed',
        } as const)
  return fact({
    kind: 'renaming',
    construction: 'renamed',
    sentence,
    ask,
    answer: { text: answer, type: 'name', grain: 'renamed', span: asked, number: '' },
    parallel: true,
    confidence: 0.92,
  })
}

/** "Petrograd (formerly St. Petersburg)" */
function formerName(sentence: ReadSentence): Fact[] {
  const { text } = sentence.view
  const match = new RegExp(
    `(${NAME})(?:,| \\() ?(?:formerly|previously|once called|formerly known as) (?:the )?(${NAME})`,
    'u',
  ).exec(text)
  if (match?.[1] === undefined || match[2] === undefined) return []
  const now = capturedSpan(text, match, match[1], match.index)
  const once = capturedSpan(text, match, match[2], now.end)
  const subject = bare(text.slice(now.start, now.end))
  return [
    fact({
      kind: 'renaming',
      construction: 'formerly',
      sentence,
      ask: { way: 'fronted', word: 'What', auxiliary: 'was', subject, rest: 'formerly called' },
      answer: {
        text: bare(text.slice(once.start, once.end)),
        type: 'name',
        grain: 'renamed',
        span: once,
        number: '',
      },
      confidence: 0.88,
    }),
  ]
}
