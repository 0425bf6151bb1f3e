/** Reading an English text: its blocks, quotations, sentences and words, and how the words of a sentence hang together. */
import { attributeQuotations } from '@/lib/core/passages/attributions'
import type { Block as Passage, SegmentedText } from '@/lib/core/passages/passage'
import { segment } from '@/lib/core/passages/segment'
import { splitSentences } from '@/lib/core/passages/sentences'
import { readSource } from '@/lib/core/text/read-source'
import type { Span } from '@/lib/core/text/source'
import { type EnglishModel, type Read, readForms } from './model'
import { tokenize, type Word } from './tokens/tokenize'
import type { Block, BlockKind, Reading, Sentence, Token } from './tree'
import { sourceSpan, viewOf } from './view'

export function readEnglish(text: string, model: EnglishModel): Reading {
  return readSegmented(segment(readSource(text)), model)
}

/** A text that was cut into its passages already. What is not read in it (boilerplate) has no block. */
export function readSegmented(text: SegmentedText, model: EnglishModel): Reading {
  const steps = readSteps(text, model)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * The same in steps, so that whoever drains it may do something else in between: yields how many sentences have been read.
 * Only those that are `wanted` are.
 */
export function* readSteps(
  text: SegmentedText,
  model: EnglishModel,
  wanted: (sentence: Span) => boolean = () => true,
): Generator<number, Reading> {
  const { body } = text.source
  const blocks = text.blocks.flatMap((block) => {
    const kind = kindOf(block)
    if (kind === null) return []
    const span = { start: block.contentStart, end: block.end }
    const sentences = splitSentences(body, span)
      .filter(wanted)
      .map((sentence) => ({ sentence, words: wordsOf(text, sentence) }))
      .filter(({ words }) => words.length > 0)
    return [{ kind, span, sentences }]
  })
  const read = yield* readInTurns(
    blocks.flatMap(({ sentences }) => sentences),
    model,
  )
  let next = 0
  return {
    text: body,
    blocks: blocks.map(({ kind, span, sentences }): Block => {
      const first = next
      next += sentences.length
      return { ...span, kind, sentences: read.slice(first, next) }
    }),
    quotations: attributeQuotations(text),
  }
}

/** The words as they are read aloud: marks of emphasis and references to notes are none of them. */
function wordsOf({ source }: SegmentedText, sentence: Span): Word[] {
  const view = viewOf(source.body, sentence, source.format === 'markdown')
  return tokenize(view.text, { start: 0, end: view.text.length }).map((word) => {
    const { start, end } = sourceSpan(view, word)
    return { start, end, text: source.body.slice(start, end), form: word.form }
  })
}

/** Sentences that are read at a time: what the net says of them is not kept beside what is made of it. */
const TURN = 200

function* readInTurns(
  all: readonly { readonly sentence: Span; readonly words: readonly Word[] }[],
  model: EnglishModel,
): Generator<number, Sentence[]> {
  const sentences: Sentence[] = []
  for (let begin = 0; begin < all.length; begin += TURN) {
    const turn = all.slice(begin, begin + TURN)
    const forms = turn.map(({ words }) => words.map(({ form }) => form))
    const read = readForms(forms, model)
    turn.forEach(({ sentence, words }, index) => {
      sentences.push(sentenceOf(sentence, words, read[index] ?? []))
    })
    yield sentences.length
  }
  return sentences
}

/** Sentences given by their tokens. Offsets are into the forms, set apart by one space, sentences by a line's end. */
export function readTokens(
  sentences: readonly (readonly string[])[],
  model: EnglishModel,
): Sentence[] {
  let at = 0
  return readForms(sentences, model).map((read, index) => {
    const words = (sentences[index] ?? []).map((form): Word => {
      const start = at
      at += form.length + 1
      return { start, end: start + form.length, text: form, form }
    })
    const start = words[0]?.start ?? at
    return sentenceOf({ start, end: words.at(-1)?.end ?? start }, words, read)
  })
}

function kindOf({ kind }: Passage): BlockKind | null {
  if (kind === 'boilerplate') return null
  if (kind === 'listItem') return 'list item'
  return kind === 'paragraph' ? 'paragraph' : 'heading'
}

function sentenceOf({ start, end }: Span, words: readonly Word[], read: readonly Read[]): Sentence {
  const tokens = read.map((one, index): Token => {
    const word = words[index]
    return { start: word?.start ?? start, end: word?.end ?? start, text: word?.text ?? '', ...one }
  })
  return { start, end, tokens }
}
