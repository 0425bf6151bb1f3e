/** Every handler of the app, by method. */
import { but, everyone, everyoneHere, type ForAll, inClass, onlyHere } from './expected'
import type { Who } from './people'
import type { World } from './world'

export interface Request {
  readonly at: (world: World) => string
  readonly body?: (world: World, who: Who) => unknown
  readonly may: ForAll
}

const review = (cardId: string) => ({
  ...{ kind: 'review', id: crypto.randomUUID(), cardId, grade: 3, form: 'flip', typed: '' },
  ...{ durationMs: 1000, reviewedAt: new Date().toISOString(), timeZone: 'Europe/Vienna' },
})
const idOf = (world: World, who: Who) => world.people[who].visit.learner.id

export const HANDLERS: Readonly<Record<string, readonly Request[]>> = {
  ...Object.fromEntries(
    ['answers.csv', 'gradebook.csv', 'items.csv'].map((file): [string, Request[]] => [
      `GET /api/classes/[classId]/${file}`,
      [
        {
          at: (w) => `/api/classes/${w.classId}/${file}`,
          may: but(inClass('export results'), { nobody: 'nobody there' }),
        },
      ],
    ]),
  ),
  'GET /api/export': [{ at: () => '/api/export', may: everyoneHere }],
  'GET /api/health': [{ at: () => '/api/health', may: everyone }],
  'GET /api/imports': [{ at: () => '/api/imports', may: everyoneHere }],
  'GET /api/provisions': [{ at: () => '/api/provisions', may: everyoneHere }],
  'GET /worker.js': [{ at: () => '/worker.js', may: everyone }],
  'POST /api/decisions': [
    {
      at: () => '/api/decisions',
      body: (w) => ({ itemIds: [w.owners.proposalId], decision: 'reject' }),
      may: onlyHere('owner'),
    },
  ],
  'POST /api/imports/[importId]': [
    {
      at: (w) => `/api/imports/${w.owners.importId}`,
      body: () => ({ deed: 'stop' }),
      may: onlyHere('owner'),
    },
  ],
  'POST /api/reviews': [
    {
      at: () => '/api/reviews',
      body: (w, who) => ({ learnerId: idOf(w, who), events: [review(w.owners.cardId)] }),
      may: onlyHere('owner'),
    },
    // In the name of somebody else.
    {
      at: () => '/api/reviews',
      body: (w) => ({ learnerId: idOf(w, 'owner'), events: [review(w.owners.cardId)] }),
      may: onlyHere('owner'),
    },
  ],
  'POST /api/sittings': [
    {
      at: () => '/api/sittings',
      body: (w, who) => ({
        learnerId: idOf(w, who),
        sittingId: w.owners.sittingId,
        events: [
          {
            ...{ id: crypto.randomUUID(), kind: 'answer', seq: 1, at: Date.now() },
            ...{ question: 0, given: ['x'], ms: 900 },
          },
        ],
      }),
      may: onlyHere('owner'),
    },
  ],
  'GET /api/rooms/[roomId]': [
    {
      at: (w) => `/api/rooms/${w.roomId}`,
      may: but(inClass('see the class'), { nobody: 'nobody there' }),
    },
  ],
  'POST /api/rooms/[roomId]': [
    {
      at: (w) => `/api/rooms/${w.roomId}`,
      body: () => ({
        deed: { kind: 'step', from: { phase: 'waiting', round: 0 }, step: { kind: 'end' } },
      }),
      may: but(inClass('lead a room'), { nobody: 'nobody there' }),
    },
  ],
  'POST /api/texts': [
    { at: () => '/api/texts', body: () => 'The mill was built in 1874.', may: everyoneHere },
  ],
  // Last: whoever asks for it is gone.
  'DELETE /api/learner': [
    { at: () => '/api/learner', body: () => ({ word: 'keep' }), may: everyoneHere },
  ],
}
