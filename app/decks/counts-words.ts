import { figure } from '../components/dates'

type Counts = { readonly new: number; readonly learning: number; readonly due: number }

/** 'today 3 new, 1 learning, 12 due', leaving out what there is none of. */
export function countsWords(counts: Counts): string {
  const parts = (['new', 'learning', 'due'] as const).flatMap((name) =>
    counts[name] > 0 ? [`${figure(counts[name])} ${name}`] : [],
  )
  return parts.length > 0 ? `today ${parts.join(', ')}` : 'nothing to review today'
}

export const waitingOf = (counts: Counts): number => counts.new + counts.learning + counts.due
