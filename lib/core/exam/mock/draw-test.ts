/** Drawing a test: items and a blueprint become questions, the same ones for the same seed, whoever draws. */
import type { FormSpec } from '../../items/item'
import { draw } from '../../memory/draw'
import { optionOrder } from '../../session/choose-form'
import type { Blueprint, Cell, Section, TestForm } from './blueprint'
import { matchAmong, orderAmong, shuffled } from './groups'
import type { AskedItem, DrawnTest, TestQuestion } from './question'

/** An item that can be drawn. */
export type PoolItem = AskedItem & {
  /** What it is parallel within: its text, or the deck that it was written for. */
  readonly home: string
  /** The form in which it was answered last; null where it never was. */
  readonly lastForm: string | null
}

export function drawTest(
  pool: readonly PoolItem[],
  sections: readonly Section[],
  { cells, seed }: Pick<Blueprint, 'cells' | 'seed'>,
): DrawnTest {
  const left = new Map(inLot(pool, seed).map((item) => [item.itemId, item]))
  const questions: TestQuestion[] = []
  const take = (cell: Omit<Cell, 'count'>): boolean => {
    const question = nextQuestion([...left.values()], cell, `${seed}:${questions.length}`)
    if (!question) return false
    for (const item of 'items' in question ? question.items : [question.item])
      left.delete(item.itemId)
    questions.push(question)
    return true
  }
  const takeMany = (cell: Cell): number => {
    let taken = 0
    while (taken < cell.count && take(cell)) taken++
    return taken
  }
  // The choosiest first, so that a line that takes anything leaves them what only they can use.
  const found = new Map(
    cells
      .map((cell, at) => ({ cell, at }))
      .sort((a, b) => choosiness(b.cell) - choosiness(a.cell) || a.at - b.at)
      .map(({ cell, at }) => [at, takeMany(cell)]),
  )
  const shortages = cells.flatMap((cell, at) => {
    const here = found.get(at) ?? 0
    return here < cell.count ? [{ cell, found: here }] : []
  })
  const missing = shortages.reduce((sum, { cell, found: here }) => sum + cell.count - here, 0)
  const filled =
    missing > 0 ? takeMany({ section: null, kind: null, form: null, count: missing }) : 0
  return { ...testOf(shuffled(questions, `${seed}:places`), sections), shortages, filled }
}

/** By lot: the order depends on the seed and the ids, not on how the items came. */
function inLot(pool: readonly PoolItem[], seed: string): PoolItem[] {
  const lots = new Map(pool.map((item) => [item.itemId, draw(`${seed}:${item.itemId}`)]))
  const lotOf = (item: PoolItem) => lots.get(item.itemId) ?? 0
  return [...pool].sort((a, b) => lotOf(a) - lotOf(b) || (a.itemId < b.itemId ? -1 : 1))
}

/** Groups need four items that fit together, so they come before everything else. */
function choosiness({ section, kind, form }: Omit<Cell, 'count'>): number {
  const group = form === 'order' || form === 'match' ? 8 : 0
  return group + (form === null ? 0 : 3) + (kind === null ? 0 : 2) + (section === null ? 0 : 1)
}

function nextQuestion(
  left: readonly PoolItem[],
  { section, kind, form }: Omit<Cell, 'count'>,
  seed: string,
): TestQuestion | null {
  const candidates = left.filter(
    (item) =>
      (section === null || item.section === section) &&
      (kind === null || item.content.kind === kind),
  )
  if (form === 'order') return orderQuestion(candidates)
  if (form === 'match') return matchQuestion(candidates, seed)
  const able = candidates.filter((item) => waysOf(item, form).length > 0)
  // What was drilled in this very form lately is asked in it only when nothing else is there.
  const item = able.find((one) => one.lastForm !== form) ?? able[0]
  const way = item && wayFor(item, form, seed)
  return item && way ? singleQuestion(item, way, seed) : null
}

/** From the one that tells most of what is known to the one that tells least. */
const TELLING: readonly FormSpec['form'][] = ['list', 'typed', 'cloze', 'choice']

function waysOf({ content }: PoolItem, form: TestForm | null): FormSpec[] {
  if (content.elements.length > 0) {
    const list = content.forms.find((spec) => spec.form === 'list')
    if (form !== null && form !== 'list') return []
    return [list ?? { form: 'list', prompt: content.question }]
  }
  return content.forms.filter(
    (spec) => spec.form !== 'flip' && spec.form !== 'list' && (form === null || spec.form === form),
  )
}

/**
 * Held-back wordings: of several forms the one that was not drilled last, so that knowing is told from recognising the
 * card; of those left the most telling one, and of several wordings of it one by lot.
 */
function wayFor(item: PoolItem, form: TestForm | null, seed: string): FormSpec | undefined {
  const ways = waysOf(item, form)
  const heldBack = ways.filter((way) => way.form !== item.lastForm)
  const open = heldBack.length > 0 ? heldBack : ways
  const best = TELLING.find((one) => open.some((way) => way.form === one))
  const wordings = open.filter((way) => way.form === best)
  return wordings[Math.floor(draw(`${seed}:wording`) * wordings.length)]
}

function singleQuestion(item: PoolItem, way: FormSpec, seed: string): TestQuestion | null {
  const asked = askedItem(item)
  const { prompt } = way
  switch (way.form) {
    case 'choice': {
      const options = optionOrder(way.options, `${seed}:options`)
      return { form: 'choice', prompt, options, item: asked }
    }
    case 'typed':
    case 'cloze':
    case 'list':
      return { form: way.form, prompt, item: asked }
    case 'flip':
      return null
  }
}

function orderQuestion(candidates: readonly PoolItem[]): TestQuestion | null {
  const group = orderAmong(candidates)
  return (
    group && {
      form: 'order',
      prompt: 'Put these in the order of time, the earliest first.',
      items: group.items.map(askedItem),
      inTime: group.inTime.map((item) => item.itemId),
    }
  )
}

function matchQuestion(candidates: readonly PoolItem[], seed: string): TestQuestion | null {
  const group = matchAmong(candidates, `${seed}:answers`)
  return (
    group && {
      form: 'match',
      prompt: 'Match each question with its answer. Two answers belong to none.',
      items: group.items.map(askedItem),
      answers: [...group.answers],
    }
  )
}

const askedItem = ({
  itemId,
  section,
  textId,
  textTitle,
  content,
  cards,
}: PoolItem): AskedItem => ({
  itemId,
  section,
  textId,
  textTitle,
  content,
  cards,
})

function testOf(questions: TestQuestion[], sections: readonly Section[]) {
  const asked = new Set(
    questions.flatMap((q) => ('items' in q ? q.items : [q.item]).map((item) => item.section)),
  )
  return {
    questions,
    sections: sections
      .filter((section) => asked.has(section.key))
      .map(({ key, name, weight }) => ({ key, name, weight })),
  }
}
