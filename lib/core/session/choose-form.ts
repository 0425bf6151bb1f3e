/** Which of an item's forms is asked now, and in what order its options stand. */
import type { Form, FormSpec, ItemContent } from '../items/item'
import { draw } from '../memory/draw'
import type { MemoryState } from '../memory/state'

type Asked = Pick<ItemContent, 'question' | 'elements' | 'forms'>

/**
 * A list item is asked as a list. Any other is first met as a choice, where it has one; later it has to be produced,
 * its typed and cloze forms taking turns with every review. Flip is for items that have nothing else, or if `wanted`.
 * @param seed the item's id: items learned together do not all turn to the same form
 */
export function chooseForm(
  content: Asked,
  memory: MemoryState,
  seed: string,
  wanted?: Form,
): FormSpec {
  if (content.elements.length > 0) return listForm(content)
  const answerable = content.forms.filter((spec) => spec.form !== 'list')
  const asWanted = answerable.filter((spec) => spec.form === wanted)
  const reps = memory.phase === 'new' ? 0 : memory.reps
  const produced = answerable.filter((spec) => spec.form === 'typed' || spec.form === 'cloze')
  const chosen = answerable.filter((spec) => spec.form === 'choice')
  const inOrder = reps === 0 ? [asWanted, chosen, produced] : [asWanted, produced, chosen]
  const group = inOrder.find((specs) => specs.length > 0) ?? []
  return turnOf(group, reps, seed) ?? flipForm(content)
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
