/** CoNLL-U, as treebanks have it and as the parser writes it: probabilities and the rivals of a head stand in MISC. */
import type { Rival, Sentence, Token, Upos } from '@/lib/core/language/tree'
import { UPOS } from '@/lib/core/language/tree'

export interface NamedSentence {
  /** `sent_id`; "" where there is none. */
  readonly id: string
  readonly sentence: Sentence
}

/** The sentences of a file. Offsets are those of the words with their SpaceAfter, sentence by sentence. */
export function readConllu(text: string): NamedSentence[] {
  const sentences: NamedSentence[] = []
  for (const block of text.split(/\r?\n\s*\r?\n/)) {
    const lines = block.split(/\r?\n/)
    const id = lines.find((line) => line.startsWith('# sent_id = '))?.slice(12) ?? ''
    const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'))
    if (rows.length > 0) sentences.push({ id, sentence: sentenceOf(rows) })
  }
  return sentences
}

function sentenceOf(rows: readonly string[][]): Sentence {
  let at = 0
  const tokens = rows.map((row): Token => {
    const [
      ,
      form = '',
      lemma = '',
      upos = '',
      xpos = '',
      ,
      head = '0',
      relation = '',
      ,
      misc = '',
    ] = row
    const notes = new Map(misc.split('|').map((note) => splitAt(note, '=')))
    const token = {
      start: at,
      end: at + form.length,
      text: form,
      lemma,
      upos: uposOf(upos),
      xpos,
      uposProbability: numberOf(notes.get('UposProbability')),
      head: Number(head) - 1,
      headProbability: numberOf(notes.get('HeadProbability')),
      rivals: rivalsOf(notes.get('Rivals') ?? ''),
      relation,
      relationProbability: numberOf(notes.get('RelationProbability')),
    }
    at = token.end + (notes.get('SpaceAfter') === 'No' ? 0 : 1)
    return token
  })
  return { start: 0, end: tokens.at(-1)?.end ?? 0, tokens }
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)]
}

const uposOf = (text: string): Upos => UPOS.find((upos) => upos === text) ?? 'X'

/** A tree that was keyed has no probabilities: all is certain. */
const numberOf = (text: string | undefined): number => (text === undefined ? 1 : Number(text))

/** "5:0.0121,0:0.0060", heads numbered as in CoNLL-U. */
function rivalsOf(text: string): Rival[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [head, probability] = splitAt(part, ':')
      return { head: Number(head) - 1, probability: Number(probability) }
    })
}
