import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { count, figure } from '@/app/components/dates'
import { percent } from '@/app/components/recall'
import { textPlace } from '@/app/texts/place'
import { inTurn } from '@/app/turns'
import { visit } from '@/app/visit'
import type { Verdict } from '@/lib/core/class/insight/item-insight'
import type { WrongAnswer } from '@/lib/core/class/insight/wrong-answers'
import {
  type ItemResult,
  type ItemResults,
  readItemResults,
} from '@/lib/usecases/read-item-results'
import { AskInRoom } from '../../../../ask-in-room'
import { AssignmentLinks } from '../../../../assignment-links'
import { ClassFrame } from '../../../../class-frame'
import { chanceWords, verdictWords } from '../../../../result-words'
import { HowItems } from './how-items'

type Props = {
  params: Promise<{ classId: string; assignmentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const load = cache(async (classId: string, assignmentId: string) =>
  inTurn(async () => readItemResults(await visit(), classId, assignmentId)),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { classId, assignmentId } = await params
  const found = await load(classId, assignmentId)
  return { title: found.ok ? `Items · ${found.value.assignment.name}` : 'Not here' }
}

export default async function ItemResultsPage({ params, searchParams }: Props) {
  const { classId, assignmentId } = await params
  const found = await load(classId, assignmentId)
  if (!found.ok) notFound()
  const results = found.value
  const of = (await searchParams).of
  const chosen = typeof of === 'string' ? new Set(of.split('.')) : null
  const shown = results.items.filter(({ item }) => !chosen || chosen.has(item.id.slice(-12)))
  const all = `/classes/${results.class.id}/assignments/${assignmentId}/items`
  return (
    <ClassFrame here={results} place="/results" title={results.assignment.name}>
      <AssignmentLinks classId={results.class.id} assignmentId={assignmentId} at="items" />
      {chosen ? (
        <p className="mb-4">
          {count(shown.length, 'item')} of one passage.{' '}
          <Link href={all} className="link">
            All {figure(results.items.length)}
          </Link>
        </p>
      ) : (
        <p className="mb-4 max-w-measure">{summary(results)}</p>
      )}
      <ul>
        {inOrder(shown).map((result) => (
          <Item key={result.item.id} result={result} results={results} />
        ))}
      </ul>
      <HowItems />
    </ClassFrame>
  )
}

const ORDER: readonly Verdict['kind'][] = ['question', 'forgotten', 'sound', 'few']

/** Bad questions first, then what is forgotten, the least recalled first. */
const inOrder = (items: readonly ItemResult[]): ItemResult[] =>
  [...items].sort(
    ({ insight: a }, { insight: b }) =>
      ORDER.indexOf(a.verdict.kind) - ORDER.indexOf(b.verdict.kind) ||
      (a.recall ?? 2) - (b.recall ?? 2),
  )

function summary({ items, students, reached }: ItemResults): string {
  const of = (kind: string) => items.filter(({ insight }) => insight.verdict.kind === kind).length
  const parts = [
    [of('question'), 'with a question that may be at fault'],
    [of('forgotten'), 'forgotten'],
    [of('sound'), 'sound'],
    [of('few'), 'asked of too few people to tell'],
  ] as const
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`)
  const whom = `It has reached ${reached} of ${count(students, 'student')}.`
  return `${count(items.length, 'item')}${said.length > 0 ? `: ${said.join(', ')}` : ''}. ${whom}`
}

function Item({ result, results }: { result: ItemResult; results: ItemResults }) {
  const { item, insight, wordedAt } = result
  const [evidence] = item.evidence
  return (
    <li className="border-t border-rule py-4" id={`item-${item.id}`}>
      <h2 className="font-read text-[1.125rem] leading-snug wrap-anywhere">{item.question}</h2>
      <p className="mt-0.5 text-note text-quiet wrap-anywhere">{item.answer}</p>
      <p className="mt-2 font-medium">{verdictWords(insight)}</p>
      <p className="figures mt-1 text-note">{triesWords(result)}</p>
      <p className="figures text-note text-quiet">{askedWords(result)}</p>
      <Answers words="Wrong answers" given={result.wrong} />
      <Answers words="Called wrong by the machine, right by the student" given={result.overruled} />
      {wordedAt !== null ? (
        <p className="mt-1 text-note text-quiet">
          Counted since its wording was last changed, on{' '}
          {new Date(wordedAt).toISOString().slice(0, 10)}.
        </p>
      ) : null}
      <div className="mt-1 flex flex-wrap gap-x-5 text-note print:hidden">
        {results.own ? (
          <Link href={`/items/${item.id}`} className="link inline-flex min-h-9 items-center">
            {insight.verdict.kind === 'question' ? 'Mend this item' : 'Open this item'}
          </Link>
        ) : null}
        {results.own && evidence && item.textId ? (
          <Link
            href={textPlace(item.textId, evidence)}
            className="link inline-flex min-h-9 items-center"
          >
            Its passage
          </Link>
        ) : null}
        <AskInRoom here={results} itemId={item.id} />
      </div>
    </li>
  )
}

function triesWords({ insight: { tries } }: ItemResult): string {
  if (tries.of === 0) return 'No answer on a later day yet: nothing could be expected.'
  const { of, right, said, expected, chance } = tries
  const words = [
    `Right at the first try of a day ${percent(right / of)}, expected ${percent(expected / of)} (${figure(right)} of ${figure(of)}; memory model alone ${percent(said / of)}).`,
  ]
  if (chance !== null && expected > right)
    words.push(`So few right, or fewer, by chance: ${chanceWords(chance)}.`)
  return words.join(' ')
}

function askedWords({ insight }: ItemResult): string {
  const { people, answers, recall, discrimination, overruled } = insight
  if (people === 0) return 'Nobody was asked yet.'
  const words = [`Asked ${count(people, 'person', 'people')}, ${count(answers, 'answer')}`]
  if (recall !== null) words.push(`recall now ${percent(recall)}`)
  if (discrimination)
    words.push(
      `discrimination ${discrimination.r.toFixed(2).replace('-', '−')} (${discrimination.people} people)`,
    )
  if (overruled.times > 0)
    words.push(`“I was right” ${figure(overruled.times)} of ${figure(overruled.of)} called wrong`)
  return `${words.join(' · ')}.`
}

/** So many of the most frequent ones are shown. */
const MOST = 8

function Answers({ words, given }: { words: string; given: readonly WrongAnswer[] | null }) {
  if (given === null || given.length === 0) return null
  return (
    <details className="mt-1">
      <summary className="w-fit py-2 text-note text-quiet underline decoration-rule underline-offset-4 hover:text-ink">
        {words}: {given.length}
      </summary>
      <ul className="text-note">
        {given.slice(0, MOST).map((one) => (
          <li key={one.words} className="py-0.5 wrap-anywhere">
            “{one.words.slice(0, 200)}”{' '}
            <span className="figures text-quiet">
              {count(one.people, 'person', 'people')}
              {one.times > one.people ? `, ${one.times} times` : ''}
            </span>
          </li>
        ))}
      </ul>
      {given.length > MOST ? (
        <p className="text-note text-quiet">and {given.length - MOST} others, less frequent</p>
      ) : null}
    </details>
  )
}
