/** A thread that runs `generator-thread.ts`, spoken to from the outside: one text at a time. */
import { Worker } from 'node:worker_threads'
import type { SegmentedText } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import type { Asked, MadeItems, Said, Unread } from './generator-thread'

export type Answer =
  | ({ readonly kind: 'made' } & MadeItems)
  /** The text cannot be worked on; the thread can go on with another one. */
  | { readonly kind: 'failed'; readonly message: string }
  /** The thread has ended: asked to, or by itself. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'died'; readonly message: string }

export interface RunningThread {
  readonly make: (
    text: SegmentedText | Unread,
    asking: {
      readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
      readonly signal?: AbortSignal
      readonly stretch?: Span
      readonly off?: ReadonlySet<string>
    },
  ) => Promise<Answer>
  readonly end: () => Promise<void>
}

/** @param memory MB of heap at most */
export function startThread(code: string, memory: number): RunningThread {
  const thread = new Worker(code, {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  let nextId = 0
  let heard: (said: Said) => void = () => undefined
  let ended: Answer | null = null
  let onEnd: (answer: Answer) => void = () => undefined
  const end = (answer: Answer) => {
    ended ??= answer
    onEnd(ended)
  }
  thread.on('message', (said: Said) => heard(said))
  thread.on('error', (error) =>
    end({ kind: 'died', message: error instanceof Error ? error.message : String(error) }),
  )
  thread.on('exit', () => end({ kind: 'died', message: 'the program that makes them has ended' }))
  thread.unref()

  return {
    make: (text, { onProgress, signal, stretch, off }) =>
      new Promise<Answer>((resolve) => {
        if (ended) return resolve(ended)
        const asked: Asked = {
          id: nextId++,
          text,
          ...(stretch && { stretch }),
          ...(off && { off }),
        }
        const stop = () => {
          ended ??= { kind: 'stopped' }
          void thread.terminate()
          answer(ended)
        }
        const answer = (said: Answer) => {
          signal?.removeEventListener('abort', stop)
          // A thread without work keeps no process alive.
          thread.unref()
          resolve(said)
        }
        onEnd = answer
        heard = (said) => {
          if (said.kind === 'ready' || said.id !== asked.id) return
          const { id: _, ...what } = said
          if (what.kind === 'progress') onProgress?.({ done: what.done, total: what.total })
          else answer(what)
        }
        signal?.addEventListener('abort', stop)
        thread.ref()
        thread.postMessage(asked)
      }),
    end: async () => {
      await thread.terminate()
    },
  }
}
