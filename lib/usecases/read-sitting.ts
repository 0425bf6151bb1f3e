import 'server-only'
import {
  type AskedQuestion,
  askedOf,
  itemsOf,
  type TestQuestion,
} from '@/lib/core/exam/mock/question'
import { type Score, scoreOf } from '@/lib/core/exam/mock/score'
import type { Sitting, SittingStart } from '@/lib/core/exam/mock/sitting'
import type { SittingEvent } from '@/lib/core/exam/mock/sitting-event'
import type { ItemId, SittingId, TestId } from '@/lib/core/ids'
import { done, type Outcome } from '@/lib/core/outcome'
import type { PassageExcerpt } from '@/lib/core/session/question'
import { store } from '@/lib/store/client'
import { findItems } from '@/lib/store/item'
import { excerptsOf } from './excerpt'
import { type LoadedSitting, loadSitting } from './load-sitting'
import { teachSitting } from './teach-sitting'
import type { Visit } from './visit'

type About = {
  readonly id: SittingId
  readonly test: { readonly id: TestId; readonly name: string; readonly seed: string }
}

export type SittingPage = About &
  (
    | {
        readonly phase: 'open'
        /** The server's clock. */
        readonly now: number
        readonly start: SittingStart
        readonly questions: readonly AskedQuestion[]
        readonly events: readonly SittingEvent[]
      }
    | {
        readonly phase: 'handedIn'
        readonly by: 'learner' | 'clock'
        readonly sitting: Pick<Sitting, 'startedAt' | 'seq'> & { readonly endedAt: number }
        readonly score: Score
        readonly passages: ReadonlyMap<ItemId, PassageExcerpt>
      }
  )

/** A sitting to go on with, without what is right; or what came of it. */
export async function readSitting(visit: Visit, sittingId: string): Promise<Outcome<SittingPage>> {
  const loaded = await loadSitting(visit, sittingId)
  if (!loaded.ok) return loaded
  const { row, test, sitting, events } = loaded.value
  const { id, name, blueprint } = test
  const about = { id: row.id, test: { id, name, seed: blueprint.seed } }
  const { stage } = sitting
  if (stage.phase === 'open')
    return done({
      ...about,
      phase: 'open',
      now: visit.now,
      start: { startedAt: row.startedAt, minutes: row.minutes },
      questions: test.drawn.questions.map(askedOf),
      events,
    })
  // Whoever sees first that the clock has run out hands on what it teaches.
  await teachSitting(visit, loaded.value)
  return done({
    ...about,
    phase: 'handedIn',
    by: stage.by,
    sitting: { startedAt: sitting.startedAt, seq: sitting.seq, endedAt: stage.at },
    score: scoreOfSitting(loaded.value),
    passages: await passagesOf(visit, test.drawn.questions),
  })
}

export function scoreOfSitting({ test, sitting }: Pick<LoadedSitting, 'test' | 'sitting'>): Score {
  const given = new Map([...sitting.answers].map(([at, answer]) => [at, answer.given]))
  return scoreOf(test.drawn, given, sitting.contests)
}

/** The passages of what was asked, as the texts have them now. */
export async function passagesOf(
  visit: Visit,
  questions: readonly TestQuestion[],
): Promise<ReadonlyMap<ItemId, PassageExcerpt>> {
  const ids = questions.flatMap((question) => itemsOf(question).map((item) => item.itemId))
  const items = await findItems(store(), visit.learner.id, { ids })
  return excerptsOf(visit.learner.id, items)
}
