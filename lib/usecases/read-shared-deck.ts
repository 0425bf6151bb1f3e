/** What a link shows of a deck, and copying it. */
import 'server-only'
import { DeckId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import type { PassageExcerpt } from '@/lib/core/session/question'
import { type Db, inTransaction, store } from '@/lib/store/client'
import { findDeck, insertDeck } from '@/lib/store/deck'
import { findItems } from '@/lib/store/item'
import { lockLearner } from '@/lib/store/learner'
import { deckCopiedFrom, findShare, type Share } from '@/lib/store/share'
import { copyItems } from './copy-items'
import { missing } from './door'
import { excerptsOf } from './excerpt'
import { freeName } from './give-text'
import { newId } from './new-id'
import { shareIdOf } from './share-link'
import type { Visit } from './visit'

/** So many questions are shown before a deck is copied, spread over it. */
const SHOWN = 4

export type SharedDeckPage = {
  readonly deck: { readonly name: string; readonly textTitle: string | null }
  /** What the owner chose to be called; nothing else is said of them. */
  readonly from: string
  readonly items: number
  readonly shown: readonly { readonly question: string; readonly passage: PassageExcerpt | null }[]
  /** The visitor's own deck, or their copy of it, if there is one. */
  readonly own: { readonly id: DeckId; readonly isOrigin: boolean } | null
}

const ENDED = failed(
  'notFound',
  'This link opens nothing. Its deck may no longer be shared, or the address is not complete.',
)

export async function readSharedDeck(
  visit: Visit,
  token: string,
  secret: string,
): Promise<Outcome<SharedDeckPage>> {
  const share = await openShare(store(), token, secret)
  if (!share) return ENDED
  const [deck, items, own] = await Promise.all([
    findDeck(store(), share.ownerId, share.deckId),
    findItems(store(), share.ownerId, { deckId: share.deckId, status: ['kept'] }),
    ownDeck(visit, share),
  ])
  if (!deck) return ENDED
  const step = Math.max(1, items.length / SHOWN)
  const some = Array.from({ length: Math.min(SHOWN, items.length) }, (_, n) =>
    Math.floor(n * step),
  ).flatMap((at) => items[at] ?? [])
  const passages = await excerptsOf(share.ownerId, some)
  return done({
    deck: { name: deck.name, textTitle: deck.textTitle },
    from: share.name,
    items: items.length,
    shown: some.map((item) => ({
      question: item.question,
      passage: passages.get(item.id) ?? null,
    })),
    own,
  })
}

async function openShare(db: Db, token: unknown, secret: string): Promise<Share | null> {
  const id = typeof token === 'string' ? shareIdOf(token, secret) : null
  return id && findShare(db, id)
}

async function ownDeck(visit: Visit, share: Share): Promise<SharedDeckPage['own']> {
  if (visit.learner.id === share.ownerId) return { id: share.deckId, isOrigin: true }
  const id = await deckCopiedFrom(store(), visit.learner.id, share.deckId)
  return id && { id, isOrigin: false }
}

/** Copies a shared deck into the visitor's; copying it again gives the copy that is there. */
export async function copySharedDeck(
  visit: Visit,
  input: { token: unknown },
  secret: string,
): Promise<Outcome<{ deckId: DeckId }>> {
  const to = visit.learner.id
  return inTransaction(async (db) => {
    const share = await openShare(db, input.token, secret)
    if (!share) return ENDED
    if (share.ownerId === to) return done({ deckId: share.deckId })
    await lockLearner(db, to)
    const known = await deckCopiedFrom(db, to, share.deckId)
    if (known) return done({ deckId: known })
    const deck = await findDeck(db, share.ownerId, share.deckId)
    if (!deck) return failed('notFound', missing('deck'))
    const deckId = DeckId.parse(newId())
    const name = await freeName(db, to, deck.name)
    const { textId, chapter } = deck
    await insertDeck(db, { id: deckId, ownerId: to, name, textId, chapter, originId: share.deckId })
    const origin = await findItems(db, share.ownerId, { deckId: share.deckId, status: ['kept'] })
    await copyItems(db, { origin, to, deckId, from: share.name, now: visit.now })
    return done({ deckId })
  })
}
