import 'server-only'
import { examDay } from '@/lib/core/exam/exam'
import {
  type CameOut,
  type ForecastKind,
  type ForecastRecord,
  type Move,
  moved,
} from '@/lib/core/exam/forecast/record'
import { planBegins } from '@/lib/core/exam/plan-policy'
import { type ExamSection, sectionRecall, shareOf } from '@/lib/core/exam/sections'
import { ExamId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { formatStudyDay } from '@/lib/core/time/study-day'
import { store } from '@/lib/store/client'
import { findExam } from '@/lib/store/exam'
import { cameOf } from './came-out'
import { admitId, missing } from './door'
import { planOf, toPlan } from './exam-plans'
import { examSections } from './exam-scope'
import { type Forecasts, keepForecasts, recordedForecasts } from './forecast-exam'
import { type ExamLine, examLine } from './list-exams'
import { type More, moreMinutes } from './more-minutes'
import { parametersOf } from './parameters'
import type { Visit } from './visit'

export type SectionLine = Pick<ExamSection, 'key' | 'name' | 'text' | 'weight' | 'weightSet'> & {
  /** What it counts of the whole, 0 … 1. */
  readonly share: number
  readonly items: number
  readonly seen: number
  /** Mean recall of the items seen, 0 … 1, now and at the exam if nothing more is answered; null where none was seen. */
  readonly recallNow: number | null
  readonly recallThen: number | null
}

export type PlanView = {
  /** Of today, in whole questions and minutes; null while the exam is so far off that items keep their own days. */
  readonly today: { readonly questions: number; readonly minutes: number } | null
  /** YYYY-MM-DD: when the plan begins, and its last pass. */
  readonly begins: string
  readonly passFrom: string
  readonly suffices: boolean
  /** The sections that lose by it, where the minutes do not suffice; credit 0 … 1. */
  readonly short: readonly {
    readonly name: string
    readonly credit: number
    readonly creditWithEnough: number
  }[]
  /** What more minutes would bring; null where they suffice. */
  readonly more: More | null
  readonly days: readonly {
    readonly day: string
    readonly questions: number
    readonly minutes: number
    readonly given: number
    readonly inPass: boolean
  }[]
}

export type ExamPage = {
  readonly exam: ExamLine
  readonly sections: readonly SectionLine[]
  /** null: it is over or deleted, or no minutes are given. */
  readonly plan: PlanView | null
  readonly forecasts: Forecasts | null
  /** What was said on each study day, the newest first. */
  readonly said: readonly (Said & { readonly day: string; readonly kind: ForecastKind })[]
  /** How far the score expected if one follows the plan, or stops, moved since it was said last, and by what. */
  readonly move: (Move & { readonly since: string }) | null
  /** What was said at last and what came. */
  readonly came: CameOut | null
}

type Said = Pick<ForecastRecord, 'expected' | 'low' | 'high'>

export async function readExam(visit: Visit, examId: string): Promise<Outcome<ExamPage>> {
  const id = admitId(ExamId, examId, 'exam')
  if (!id.ok) return id
  const found = await findExam(store(), visit.learner.id, id.value)
  if (!found) return failed('notFound', missing('exam'))
  const sections = await examSections(visit, found)
  const items = sections.reduce((sum, section) => sum + section.items.length, 0)
  const exam = examLine(visit, found, items)
  const isAhead = !exam.over && !exam.deleted
  const forecasts = await keepForecasts(visit, found, sections)
  const records = await recordedForecasts(visit, found)
  return done({
    exam,
    sections: sectionLines(visit, exam, sections),
    plan: isAhead ? await planView(visit, exam, sections, forecasts?.plan ?? null) : null,
    forecasts,
    said: records
      .map(({ madeOn, kind, expected, low, high }) => ({
        ...{ kind, expected, low, high },
        day: formatStudyDay(madeOn),
      }))
      .toReversed(),
    move: forecasts && moveOf(visit, forecasts.plan ?? forecasts.stop, records),
    came: cameOf(visit, exam, records),
  })
}

function moveOf(
  { studyDay }: Visit,
  now: ForecastRecord,
  records: readonly ForecastRecord[],
): ExamPage['move'] {
  const before = records.findLast(({ madeOn, kind }) => kind === now.kind && madeOn < studyDay)
  return before ? { ...moved(before, now), since: formatStudyDay(before.madeOn) } : null
}

function sectionLines(
  { learner, studyDay }: Visit,
  exam: ExamLine,
  sections: readonly ExamSection[],
): SectionLine[] {
  const { parameters } = parametersOf(learner)
  const then = examDay(exam, learner.rolloverHour)
  return sections.map((section) => {
    const { key, name, text, weight, weightSet } = section
    const { seen, recall } = sectionRecall(section, studyDay, parameters)
    return {
      ...{ key, name, text, weight, weightSet, seen },
      share: shareOf(section, sections),
      items: section.items.length,
      recallNow: recall,
      recallThen: sectionRecall(section, then, parameters).recall,
    }
  })
}

async function planView(
  visit: Visit,
  exam: ExamLine,
  sections: readonly ExamSection[],
  followed: ForecastRecord | null,
): Promise<PlanView | null> {
  const wanted = await toPlan(visit, exam, sections)
  const plan = wanted && planOf(wanted)
  if (plan === null || plan.kind === 'none') return null
  const names = new Map(sections.map(({ key, name }) => [key, name]))
  const { today, suffices, short, days, examDay: on } = plan
  const seconds = today?.asked.reduce((sum, item) => sum + item.seconds, 0) ?? 0
  const pass = days.find(({ inPass }) => inPass)
  return {
    today: today && { questions: today.asked.length, minutes: seconds / 60 },
    begins: formatStudyDay(planBegins(on)),
    passFrom: formatStudyDay(pass?.day ?? visit.studyDay),
    suffices,
    short: short.map(({ sectionKey, credit, creditWithEnough }) => ({
      name: names.get(sectionKey) ?? '',
      ...{ credit, creditWithEnough },
    })),
    more: followed && (await moreMinutes(visit, exam, sections, followed)),
    days: days.map(({ day, reviews, first, minutes, minutesGiven, inPass }) => ({
      day: formatStudyDay(day),
      questions: Math.round(reviews + first),
      minutes: Math.round(minutes),
      given: minutesGiven,
      inPass,
    })),
  }
}
