/** Reading CoNLL-U, as treebanks have it and as the parser writes it: probabilities and the rivals of a head stand in MISC. */
import { type Rival, type Sentence, type Token, UPOS, type Upos } from './tree'

export interface Given {
  readonly comments: readonly string[]
  /** Lines of tokens, and of ranges ("3-4"); empty nodes are left out, for they have no place in a tree. */
  readonly rows: readonly (readonly string[])[]
  readonly forms: readonly string[]
}

/** Columns: id, form, lemma, UPOS, XPOS, features, head, relation, further relations, notes. */
const COLUMNS = 10

/** What is wrong with a file of CoNLL-U. */
export class NotConllu extends Error {}

/** The sentences of a file as they are written. @throws NotConllu */
export function givenSentences(text: string): Given[] {
  const sentences: Given[] = []
  let comments: string[] = []
  let rows: string[][] = []
  const close = (): void => {
    const forms = rows.filter(isTokenRow).map((row) => row[1] ?? '')
    if (forms.length > 0) sentences.push({ comments, rows, forms })
    comments = []
    rows = []
  }
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line.trim() === '') {
      close()
      return
    }
    if (line.startsWith('#')) {
      comments.push(line)
      return
    }
    const row = line.split('\t')
    if (row.length !== COLUMNS || !/^\d+(?:[-.]\d+)?$/.test(row[0] ?? '')) {
      throw new NotConllu(
        `Line ${index + 1} is not CoNLL-U: ${COLUMNS} columns begin with a number.`,
      )
    }
    if (!row[0]?.includes('.')) rows.push(row)
  })
  close()
  return sentences
}

export const isTokenRow = (row: readonly string[]): boolean => /^\d+$/.test(row[0] ?? '')

/** What a comment says ("# text = …"); "" where there is none. */
export function commentOf({ comments }: Given, name: string): string {
  const head = `# ${name} = `
  return comments.find((comment) => comment.startsWith(head))?.slice(head.length) ?? ''
}

export interface NamedSentence {
  /** `sent_id`; "" where there is none. */
  readonly id: string
  readonly sentence: Sentence
}

/** The sentences of a file, each with offsets of its own. @throws NotConllu */
export function readConllu(text: string): NamedSentence[] {
  return givenSentences(text).map((given) => ({
    id: commentOf(given, 'sent_id'),
    sentence: sentenceOf(given),
  }))
}

/** What it says of its words. Offsets are those of the words with their SpaceAfter. */
export function sentenceOf({ rows }: Given): Sentence {
  let at = 0
  const tokens = rows.filter(isTokenRow).map((row): Token => {
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
