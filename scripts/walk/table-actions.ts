/** Every server action of the app: from which page it is called, with what, and what is to come of it. */

import type { Deed } from './deed'
import { but, everyone, nobodyAtAll, only } from './expected'
import { CLASS_ACTIONS } from './table-class-actions'
import {
  draftOf,
  examDraft,
  newDeck,
  newExam,
  newItem,
  newSignIn,
  newTest,
  type World,
} from './world'

const owner = (world: World) => world.people.owner.visit
const owners = only('owner')
/** Made anew for each try: whoever may, changes it. */
const deck = (world: World) => newDeck(owner(world), world.owners.secret)
const item = (world: World) => newItem(owner(world), world.owners.deckId, world.owners.secret)
const own = (...args: readonly unknown[]): Deed[] => [{ with: () => args, may: everyone }]
const forOwner = (args: Deed['with']): Deed => ({ with: args, may: owners })

const DECKS = 'app/decks/actions.ts#'
const SHARES = 'app/decks/share-actions.ts#'
const EXAMS = 'app/exams/actions.ts#'
const ITEMS = 'app/items/actions.ts#'
const TESTS = 'app/tests/actions.ts#'
const TEXT = 'app/texts/[textId]/actions.ts#'
const PROPOSALS = 'app/texts/[textId]/proposals/actions.ts#'

export const ACTIONS: Readonly<Record<string, readonly Deed[]>> = {
  ...CLASS_ACTIONS,
  'app/account/actions.ts#signUpAction': own({ name: 'A', email: 'not one', password: 'too easy' }),
  'app/account/actions.ts#signInAction': own({
    email: 'owner@example.org',
    password: 'guessed it',
  }),
  'app/account/actions.ts#bringInAction': own(false),
  'app/account/actions.ts#changeNameAction': own({ name: '' }),
  'app/account/actions.ts#changeEmailAction': own({
    email: 'new@example.org',
    password: 'guessed',
  }),
  'app/account/actions.ts#changePasswordAction': own({ password: 'guessed', newPassword: 'easy' }),
  'app/account/actions.ts#endSignInAction': [
    // A guest has no sign-ins at all, and is told so.
    {
      with: async (w) => [await newSignIn(owner(w))],
      may: but(owners, { student: 'forbidden', stranger: 'forbidden', nobody: 'forbidden' }),
    },
  ],
  'app/account/actions.ts#forgotAction': own({ email: 'owner@example.org' }),
  'app/account/actions.ts#resetPasswordAction': own('A'.repeat(43), { password: 'guessed it all' }),
  'app/account/actions.ts#verifyEmailAction': own('A'.repeat(43)),
  'app/account/actions.ts#signOutEverywhereAction': [
    { with: () => [], may: everyone, without: 'cookie' },
  ],
  // Whoever signed out would be nobody for the rest of the walk.
  'app/account/actions.ts#signOutAction': [{ with: () => [], may: everyone, without: 'cookie' }],
  [`${DECKS}makeDeckAction`]: [{ with: (_, who) => [`Deck of ${who}`], may: everyone }],
  [`${DECKS}renameDeckAction`]: [forOwner(async (w) => [await deck(w), crypto.randomUUID()])],
  [`${DECKS}mergeDecksAction`]: [forOwner(async (w) => [[await deck(w)], w.owners.otherDeckId])],
  [`${DECKS}archiveDeckAction`]: [forOwner(async (w) => [await deck(w), true])],
  [`${DECKS}studyDeckAction`]: [forOwner(async (w) => [await deck(w), false])],
  [`${SHARES}shareDeckAction`]: [forOwner(async (w) => [await deck(w), 'A name'])],
  [`${SHARES}endShareAction`]: [forOwner(async (w) => [await deck(w)])],
  [`${SHARES}copySharedDeckAction`]: [
    { with: (w) => [w.shareToken], may: everyone },
    { with: (w) => [`${w.shareToken.slice(0, 32)}${'A'.repeat(22)}`], may: nobodyAtAll },
  ],
  // Of a deck that is no copy there is nothing to take over, or to leave.
  [`${SHARES}takeChangesAction`]: [
    { with: (w) => [w.owners.deckId, [w.owners.itemId]], may: nobodyAtAll },
  ],
  [`${SHARES}keepMineAction`]: [
    { with: (w) => [w.owners.deckId, [w.owners.itemId]], may: nobodyAtAll },
  ],
  [`${EXAMS}makeExamAction`]: [
    forOwner((w) => [examDraft(w.owners.deckId, crypto.randomUUID(), Date.now())]),
  ],
  [`${EXAMS}changeExamAction`]: [
    forOwner((w) => [w.owners.examId, examDraft(w.owners.deckId, 'Changed', Date.now())]),
  ],
  [`${EXAMS}deleteExamAction`]: [
    forOwner(async (w) => [await newExam(owner(w), w.owners.deckId, w.owners.secret), true]),
  ],
  [`${EXAMS}weighSectionsAction`]: [forOwner((w) => [w.owners.examId, {}])],
  [`${EXAMS}enterResultAction`]: [forOwner((w) => [w.owners.examId, null])],
  [`${EXAMS}findExamItemsAction`]: own('Lindt'),
  [`${ITEMS}suspendAction`]: [forOwner(async (w) => [[await item(w)], 'unclear'])],
  [`${ITEMS}resumeAction`]: [forOwner((w) => [[w.owners.itemId]])],
  [`${ITEMS}startOverAction`]: [forOwner(async (w) => [await item(w)])],
  [`${ITEMS}takeBackStartOverAction`]: [forOwner((w) => [w.owners.itemId])],
  [`${ITEMS}deleteAction`]: [forOwner(async (w) => [[await item(w)]])],
  [`${ITEMS}restoreAction`]: [forOwner((w) => [[w.owners.itemId]])],
  [`${ITEMS}moveAction`]: [
    forOwner(async (w) => [[await item(w)], w.owners.deckId, w.owners.otherDeckId]),
  ],
  [`${ITEMS}editAction`]: [forOwner(async (w) => [await item(w), draftOf('mended'), 'same'])],
  // How many study what is one's own: of another's items, nobody.
  [`${ITEMS}countStudentsAction`]: [{ with: (w) => [[w.owners.itemId]], may: everyone }],
  [`${ITEMS}takeOriginalAction`]: [{ with: (w) => [w.owners.itemId], may: nobodyAtAll }],
  [`${ITEMS}writeAction`]: [
    forOwner((w) => [
      { draft: draftOf('written'), textId: null, evidence: [], deckId: w.owners.deckId },
    ]),
    forOwner((w) => [
      {
        ...{ draft: draftOf('shown'), textId: w.owners.textId },
        ...{ evidence: [{ start: 2, end: 9 }], deckId: w.owners.deckId },
      },
    ]),
  ],
  'app/review/actions.ts#editInSessionAction': [
    forOwner(async (w) => [await item(w), draftOf('in passing'), 'same']),
  ],
  'app/review/actions.ts#outlookAction': own(),
  'app/settings/actions.ts#changeSettingsAction': own({ newPerDay: 9 }),
  'app/settings/actions.ts#changeModelAction': own({ number: null, reschedule: false }),
  'app/settings/actions.ts#previewModelAction': own({ number: null, reschedule: false }),
  'app/settings/actions.ts#tryWeightsAction': own(),
  [`${TESTS}makeTestAction`]: [
    forOwner((w) => [
      { parts: [{ kind: 'deck', deckId: w.owners.deckId }], questions: 1, minutes: 5 },
    ]),
  ],
  [`${TESTS}beginSittingAction`]: [
    forOwner(async (w) => [await newTest(owner(w), w.owners.deckId)]),
  ],
  [`${TESTS}archiveTestAction`]: [
    forOwner(async (w) => [await newTest(owner(w), w.owners.deckId), true]),
  ],
  [`${TESTS}contestAction`]: [
    forOwner((w) => [
      w.owners.sittingId,
      {
        ...{ id: crypto.randomUUID(), kind: 'answer', seq: 9 },
        ...{ at: Date.now(), question: 0, given: ['y'], ms: 1 },
      },
    ]),
  ],
  [`${TEXT}askStretchAction`]: [forOwner((w) => [w.owners.textId, { start: 2, end: 9 }])],
  [`${TEXT}decideAction`]: [forOwner((w) => [[w.owners.proposalId], 'keep'])],
  [`${PROPOSALS}mendProposal`]: [forOwner((w) => [w.owners.proposalId, draftOf('mended')])],
  [`${PROPOSALS}takeBackRejection`]: [forOwner((w) => [w.owners.proposalId])],
  'app/today/actions.ts#startCatchUpAction': own(10),
  'app/today/actions.ts#endCatchUpAction': own(),
}
