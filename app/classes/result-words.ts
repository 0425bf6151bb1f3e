/** What is said of students and items, in the same words to teachers and to the student. */
import { count } from '@/app/components/dates'
import { percent } from '@/app/components/recall'
import type { Fault, ItemInsight } from '@/lib/core/class/insight/item-insight'
import type { StudentLine } from '@/lib/usecases/read-class-results'

/** Where a student stands, and what there is to do about it. */
export function standingWords({ standing, waiting, progress }: StudentLine): string {
  const left = progress.items - progress.introduced
  const rest = [
    left > 0 ? `${count(left, 'item')} not met yet` : '',
    waiting > 0 ? `${waiting} to review` : '',
  ].filter(Boolean)
  const more = rest.length > 0 ? `: ${rest.join(', ')}` : ''
  switch (standing.kind) {
    case 'done':
      return waiting > 0 ? `Done; ${waiting} to review` : 'Done'
    case 'early':
      return 'Not begun; it has not started'
    case 'away':
      return 'Has not been here since it started'
    case 'overdue':
      return `Due ${count(standing.days, 'day')} ago and not done${more}`
    case 'behind':
      return `${progress.introduced === 0 ? 'Nothing answered yet, ' : ''}${count(standing.days, 'day')} behind an even pace${more}`
    case 'on the way':
      return `On the way${more}`
  }
}

/** Less than half a minute is not nothing. */
export const minuteWords = (ms: number): string =>
  ms === 0 ? '0' : ms < 30_000 ? '< 1' : String(Math.round(ms / 60_000))

const FAULTS: Record<Fault, string> = {
  'unexpectedly wrong': 'wrong far more often than memory makes likely',
  'known by the wrong ones': 'who knows the rest better gets it wrong more',
  overruled: 'many said that the machine was wrong',
}

export function verdictWords({ verdict }: Pick<ItemInsight, 'verdict'>): string {
  switch (verdict.kind) {
    case 'few':
      return 'Too few people to tell'
    case 'question':
      return `The question may be at fault: ${verdict.faults.map((fault) => FAULTS[fault]).join('; ')}`
    case 'forgotten':
      return 'Forgotten: the question is sound, the fact is not remembered'
    case 'sound':
      return 'Sound'
  }
}

/** As likely as 1 in so many, for chances that are small. */
export function chanceWords(chance: number): string {
  if (chance >= 0.1) return percent(chance)
  if (chance >= 0.01) return `${(chance * 100).toFixed(1)} %`
  return chance < 0.0001 ? 'less than 0.01 %' : `${(chance * 100).toFixed(2)} %`
}
