/** A sentence's tree for the eye: each word under the one it depends on, in the order of the text. */
import type { Sentence } from '@/lib/core/language/tree'
import { oneLine } from './conllu-lines'

/** Columns of a page. */
const WIDTH = 100
const WORDS = 58
/** Deeper words are not set in further: the number of their level stands before them. */
const DEEPEST = 16

export function treeLines(words: string, sentence: Sentence): string[] {
  return [...wrapped(oneLine(words)), '', ...wordLines(sentence), '']
}

function wordLines({ tokens }: Sentence): string[] {
  const dependents = new Map<number, number[]>()
  tokens.forEach(({ head }, index) => {
    dependents.set(head, [...(dependents.get(head) ?? []), index])
  })
  const lines: string[] = []
  // A stack of our own: a tree may be as deep as its sentence is long.
  const open = (dependents.get(-1) ?? []).map((index) => ({ index, level: 1 })).reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    const { index, level } = next
    const token = tokens[index]
    if (!token) continue
    const mark = level > DEEPEST ? `(${level}) ` : ''
    const word = clip(`${'  '.repeat(Math.min(level, DEEPEST))}${mark}${oneLine(token.text)}`)
    const probability = (token.headProbability * token.relationProbability).toFixed(3)
    const said = `${token.upos.padEnd(6)} ${token.relation.padEnd(16)} ${probability}`
    lines.push(`${word.padEnd(WORDS)} ${said}`)
    for (const child of (dependents.get(index) ?? []).slice().reverse()) {
      open.push({ index: child, level: level + 1 })
    }
  }
  return lines
}

const clip = (word: string): string => (word.length > WORDS ? `${word.slice(0, WORDS - 1)}…` : word)

function wrapped(words: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
