import { describe, expect, it } from 'vitest'
import { DeckId, ItemId } from '../ids'
import { evidenceAt } from './evidence'
import type { ProposedItem } from './item'
import { reconcile } from './reconcile'
import type { ItemStatus, StoredItem } from './stored'

const BEFORE = 'The mill was built in 1874. Rosa Lindt built it. The weir fell in 1921.'
const AFTER = 'Rosa Lindt built it. The weir fell much later, in the year of the flood, in 1921.'

const proposal = (body: string, quote: string, key = quote): ProposedItem => {
  const start = body.indexOf(quote)
  return {
    ...{ kind: 'date', question: 'When?', answer: quote, accept: [], elements: [], section: '' },
    forms: [{ form: 'typed', prompt: 'When?' }],
    evidence: [evidenceAt(body, { start, end: start + quote.length })],
    ...{ key, construction: 'date', confidence: 1 },
  }
}

let made = 0
const stored = (quote: string, status: ItemStatus, inDeck = status === 'kept'): StoredItem => ({
  ...proposal(BEFORE, quote),
  id: ItemId.parse(`00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`),
  ...{ textId: null, textTitle: null, textLanguage: '', status, updatedAt: '' },
  decks: inDeck
    ? [{ id: DeckId.parse('00000000-0000-7000-8000-0000000000dd'), name: 'Mill', archived: false }]
    : [],
})

const settle = (items: StoredItem[], proposals: ProposedItem[] = [], studied: StoredItem[] = []) =>
  reconcile(items, proposals, AFTER, new Set(studied.map((i) => i.id)))

describe('an item meets a new revision', () => {
  it('stays where its words are, wherever they have gone', () => {
    const kept = stored('Rosa Lindt built it.', 'kept')
    const { stay, retire, drop } = settle([kept])
    expect(stay).toMatchObject([{ id: kept.id, status: 'kept', evidence: [{ start: 0, end: 20 }] }])
    expect([retire, drop]).toEqual([[], []])
  })

  it('is retired when they are gone; a proposal that nobody studied is dropped', () => {
    const kept = stored('The mill was built in 1874.', 'kept')
    const proposed = stored('built in 1874', 'proposed')
    expect(settle([kept, proposed])).toMatchObject({
      stay: [],
      retire: [kept.id],
      drop: [proposed.id],
    })
  })

  it('is retired, not dropped, when it is a proposal that was kept and studied once', () => {
    const proposed = stored('built in 1874', 'proposed')
    expect(settle([proposed], [], [proposed])).toMatchObject({ retire: [proposed.id], drop: [] })
    const decided = [stored('built in 1874', 'rejected'), stored('in 1874', 'deleted')]
    expect(settle(decided, [], decided)).toMatchObject({ retire: [], drop: [] })
  })

  it('stays when the generator finds the same fact again in other surroundings', () => {
    // Too short to be found by itself, and nothing around it is as it was.
    const kept = stored('1921', 'kept')
    expect(settle([kept])).toMatchObject({ retire: [kept.id] })
    const again = proposal(AFTER, '1921')
    expect(settle([kept], [again])).toMatchObject({
      stay: [{ id: kept.id, status: 'kept', evidence: again.evidence }],
      retire: [],
      propose: [],
    })
  })

  it('never proposes what was decided, nor twice', () => {
    const rejected = stored('1874', 'rejected')
    const deleted = stored('Rosa Lindt built it.', 'deleted')
    const proposals = [
      proposal(AFTER, 'Rosa Lindt built it.'),
      proposal(AFTER, 'flood', '1874'),
      proposal(AFTER, 'The weir fell'),
      proposal(AFTER, 'The weir fell'),
    ]
    expect(settle([rejected, deleted], proposals).propose.map((p) => p.key)).toEqual([
      'The weir fell',
    ])
  })

  it('that was retired and is said again takes up where it was', () => {
    const [inDeck, inNone] = [stored('Rosa Lindt', 'retired', true), stored('built it', 'retired')]
    const { stay } = settle(
      [inDeck, inNone],
      [proposal(AFTER, 'Rosa Lindt'), proposal(AFTER, 'built it')],
    )
    expect(stay.map((s) => s.status)).toEqual(['kept', 'proposed'])
  })
})
