/** Which of an item's forms is asked now, and in what order its options stand. */
import type { Form, FormSpec, ItemContent } from '../items/item'
import { draw } from '../memory/draw'
import type { MemoryState } from '../memory/state'

type Asked = Pick<ItemContent, 'question' | 'elements' | 'forms'>

/**
 * From the easiest to the hardest: the answer has only to be known again; it has to be produced, and the sentence of
 * the text stands around the gap; it has to be produced from the question alone.
 */
const LADDER = ['choice', 'cloze', 'typed'] as const

/**
 * Days of stability from which a rung is asked. Below a day even tomorrow's recall is unlikely, and producing would
 * mostly be failing: what helps is to meet the answer. From a week on the sentence around the gap would be recognised
 * rather than the fact remembered. A lapse goes a rung down by itself: with FSRS-6's own weights it leaves a stability
 * of 7 days at about 1.1, and one of 2 at about 0.5.
 */
const ASKED_FROM = { choice: 0, cloze: 1, typed: 7 } as const

/**
 * A list item is asked as a list. Any other is asked the harder, the better it is remembered; a rung it has no form for
 * gives way to the next harder one, and at the top to the next easier. Forms of one rung take turns with every review.
 * Flip is for items that have nothing else, or if `wanted`.
 * @param seed the item's id: items learned together do not all turn to the same form
 */
export function chooseForm(
  content: Asked,
  memory: MemoryState,
  seed: string,
  wanted?: Form,
): FormSpec {
  if (content.elements.length > 0) return listForm(content)
  const formed = (form: Form | undefined) => content.forms.filter((spec) => spec.form === form)
  const rung = rungOf(memory)
  const harder = LADDER.slice(rung)
  const easier = LADDER.slice(0, rung).reverse()
  const inOrder = [wanted, ...harder, ...easier].filter((form) => form !== 'list').map(formed)
  const group = inOrder.find((specs) => specs.length > 0) ?? []
  return turnOf(group, memory.phase === 'new' ? 0 : memory.reps, seed) ?? flipForm(content)
}

/** Index into the ladder: what is not remembered yet stands at its foot. */
function rungOf(memory: MemoryState): number {
  if (memory.phase === 'new') return 0
  const reached = LADDER.findLastIndex((form) => memory.stability >= ASKED_FROM[form])
  // A very old memory stays above a week also when it was forgotten; on its way back it is asked a rung lower too.
  const highest = memory.phase === 'relearning' ? LADDER.length - 2 : LADDER.length - 1
  return Math.min(reached, highest)
}

function turnOf(group: readonly FormSpec[], reps: number, seed: string): FormSpec | undefined {
  const start = Math.floor(draw(seed) * group.length)
  return group[(start + reps) % group.length]
}

function listForm(content: Asked): FormSpec {
  const list = content.forms.find((spec) => spec.form === 'list')
  return list ?? { form: 'list', prompt: content.question }
}

/** Every item can be turned over, also one whose forms do not say so. */
function flipForm(content: Asked): FormSpec {
  const flip = content.forms.find((spec) => spec.form === 'flip')
  return flip ?? { form: 'flip', prompt: content.question }
}

/** The options shuffled, so that the place of the right one says nothing. */
export function optionOrder(options: readonly string[], seed: string): string[] {
  return options
    .map((option, i) => ({ option, lot: draw(`${seed}:${i}`) }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ option }) => option)
}
