/** What can be asked of a sentence, as a page to read: each part with how sure it is. */
import { readTrees } from '@/lib/core/language/clauses/read-trees'
import type {
  Apposition,
  Clause,
  Coordination,
  NounPhrase,
  Phrase,
  VerbGroup,
} from '@/lib/core/language/clauses/shapes'
import type { Sentence } from '@/lib/core/language/tree'

export function treesPage(sentence: Sentence): string {
  const { clauses, nounPhrases, coordinations, appositions } = readTrees(sentence)
  const say = (one: Phrase) => said(sentence, one)
  return [
    wordsIn(sentence, 0, sentence.tokens.length),
    ...clauses.flatMap((clause, i) => clauseLines(sentence, clause, i + 1)),
    ...coordinations.map((one) => coordinationLine(say, one)),
    ...appositions.map((one) => appositionLine(say, one)),
    ...nounPhrases.filter(isRich).map((one) => nounPhraseLine(say, one)),
    '',
    '',
  ].join('\n')
}

function wordsIn({ tokens }: Sentence, from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token, i, all) => {
      const next = all[i + 1]
      return next === undefined || next.start === token.end ? token.text : `${token.text} `
    })
    .join('')
}

const said = (sentence: Sentence, { from, to, confidence }: Phrase): string =>
  `“${wordsIn(sentence, from, to)}” ${confidence.toFixed(2)}`

function clauseLines(sentence: Sentence, clause: Clause, place: number): string[] {
  const say = (label: string, one: Phrase | null) =>
    one === null ? [] : [`      ${label.padEnd(11)} ${said(sentence, one)}`]
  const { source, subject } = clause
  const about = [
    clause.parent === null ? '' : `of ${clause.parent + 1}`,
    clause.marker === null ? '' : `by “${clause.marker}”`,
    clause.sort ?? '',
  ].filter((part) => part !== '')
  return [
    `  ${place}. ${clause.kind} ${clause.confidence.toFixed(2)} ${about.join(', ')}`.trimEnd(),
    `      verb        ${verbText(sentence, clause.verb)}`,
    ...say(subject?.shared ? 'shared subj.' : 'subject', subject),
    ...say('object', clause.object),
    ...say('to whom', clause.indirectObject),
    ...say('agent', clause.agent),
    ...say('predicate', clause.predicate),
    ...clause.complements.flatMap((one) => say('complement', one)),
    ...clause.obliques.flatMap((one) => say(one.preposition || 'bare', one.inner)),
    ...(source === null ? [] : say('says who', source.who)),
  ]
}

function verbText({ tokens }: Sentence, verb: VerbGroup): string {
  const words = [...verb.auxiliaries, verb.main, ...(verb.particle === null ? [] : [verb.particle])]
  const facts = [
    verb.tense ?? verb.form,
    verb.aspect === 'simple' ? '' : verb.aspect,
    verb.voice === 'passive' ? 'passive' : '',
    verb.negated ? 'negated' : '',
    verb.modal ?? '',
    verb.hedge === null ? '' : `hedge “${verb.hedge}”`,
  ].filter((fact) => fact !== '')
  const text = words.map((at) => tokens[at]?.text).join(' ')
  return `“${text}” ${verb.confidence.toFixed(2)} (${facts.join(', ')})`
}

type Say = (one: Phrase) => string

const coordinationLine = (say: Say, { members, word, confidence }: Coordination): string =>
  `  list (${word ?? 'no word'}) ${confidence.toFixed(2)}: ${members.map(say).join(' | ')}`

const appositionLine = (say: Say, one: Apposition): string =>
  `  apposition: ${say(one.of)} is ${say(one.by)}`

const isRich = (one: NounPhrase): boolean =>
  one.quantity !== null ||
  one.possessor !== null ||
  one.ofPhrases.length > 0 ||
  one.relatives.length > 0

function nounPhraseLine(say: Say, one: NounPhrase): string {
  const parts = [
    one.quantity === null ? '' : `how many ${say(one.quantity)}`,
    one.possessor === null ? '' : `whose ${say(one.possessor)}`,
    ...one.ofPhrases.map((phrase) => `of ${say(phrase.inner)}`),
    ...one.relatives.map((phrase) => `which ${say(phrase)}`),
  ].filter((part) => part !== '')
  return `  noun phrase ${say(one)}: ${parts.join('; ')}`
}
