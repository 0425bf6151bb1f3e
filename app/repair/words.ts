/** What is said of an item that keeps slipping. */
import type { Contrast } from '@/lib/core/session/contrast'
import type { Rival } from '@/lib/core/session/question'
import { count } from '../components/dates'

export function rivalWords(rival: Rival): string {
  if (rival.given > 0) {
    const instead = rival.given === 1 ? 'once' : count(rival.given, 'time')
    return rival.item
      ? `You answered this ${instead} before; it belongs to another question:`
      : `You answered this ${instead} before:`
  }
  return 'It stands near another of its kind in the text, and may be taken for it:'
}

export function contrastResult({ questions, rightAtFirst }: Contrast): string {
  const practice = 'This was practice: your schedule is as it was.'
  if (questions === 1) return `${rightAtFirst === 1 ? 'Told apart' : 'Not at first'}. ${practice}`
  return `${rightAtFirst} of ${questions} told apart at first. ${practice}`
}

export function slippingWords(lapses: number): string {
  return `Forgotten ${count(lapses, 'time')}.`
}
