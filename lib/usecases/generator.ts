/**
 * Making items beside everything else: in a thread that is started when the first text comes, takes one after the other,
 * and ends when nothing has come for a while. One that dies is started again.
 */
import pLimit from 'p-limit'
import type { SegmentedText } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import { generatorCode } from './generator-code'
import type { MadeItems, Unread } from './generator-thread'
import { type RunningThread, startThread } from './running-thread'

export type Made =
  | ({ readonly kind: 'made' } & MadeItems)
  | { readonly kind: 'stopped' }
  /** `message` says to a person what happened. */
  | { readonly kind: 'failed'; readonly message: string }

export interface Asking {
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
  /** Ends the work on this text, wherever it is. */
  readonly signal?: AbortSignal
  /** All items that can be made of this stretch, instead of the best of the text. */
  readonly stretch?: Span
  /** Constructions that make nothing for whom it is. */
  readonly off?: ReadonlySet<string>
}

export interface Generator {
  readonly make: (text: SegmentedText | Unread, asking?: Asking) => Promise<Made>
  readonly close: () => Promise<void>
}

export interface Setting {
  /** The script of the thread. */
  readonly code?: () => Promise<string>
  /** Milliseconds without work after which the thread ends. */
  readonly idle?: number
  /** MB of heap at most. */
  readonly memory?: number
}

const IDLE = 60_000
/** Far above what a part of a text takes: what needs more has gone wrong, and must not take the process along. */
const MEMORY = 768
/** A text over which the thread died so often is given up. */
const MOST_DEATHS = 2

export function createGenerator(setting: Setting = {}): Generator {
  const { code = generatorCode, idle = IDLE, memory = MEMORY } = setting
  const turn = pLimit(1)
  let thread: RunningThread | null = null
  let rest: NodeJS.Timeout | undefined

  const close = async (): Promise<void> => {
    const ending = thread
    thread = null
    clearTimeout(rest)
    await ending?.end()
  }

  const makeNow = async (text: SegmentedText | Unread, asking: Asking): Promise<Made> => {
    clearTimeout(rest)
    for (let deaths = 0; ; ) {
      if (asking.signal?.aborted) return { kind: 'stopped' }
      thread ??= startThread(await code(), memory)
      const said = await thread.make(text, asking)
      if (said.kind === 'made') return said
      if (said.kind === 'failed') return failure(said.message)
      // It is gone: stopped in the middle of its work it hears nothing, and had to be ended.
      thread = null
      if (said.kind === 'stopped') return said
      deaths += 1
      if (deaths === MOST_DEATHS) return failure(said.message)
    }
  }

  const make = (text: SegmentedText | Unread, asking: Asking = {}): Promise<Made> =>
    turn(async () => {
      try {
        return await makeNow(text, asking)
      } catch (error) {
        return failure(error instanceof Error ? error.message : String(error))
      } finally {
        rest = setTimeout(() => void close(), idle).unref()
      }
    })

  return { make, close }
}

const failure = (why: string): Made => ({
  kind: 'failed',
  message: `No items could be made of it: ${why.replace(/[.\s]+$/, '')}.`,
})

// One for each process: Next loads a module once for each of its bundles.
const held = globalThis as typeof globalThis & { passageGenerator?: Generator }

export function generator(): Generator {
  held.passageGenerator ??= createGenerator()
  return held.passageGenerator
}
