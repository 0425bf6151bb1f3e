import type { TextSummary } from '@/lib/usecases/summaries'

/** From whom a text came that is another's; '' for one's own and those that ship. */
export const fromWords = ({ givenBy }: Pick<TextSummary, 'givenBy'>): string =>
  givenBy === null ? '' : givenBy === '' ? 'from a teacher' : `from ${givenBy}`
