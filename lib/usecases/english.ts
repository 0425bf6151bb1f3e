/**
 * Reading English beside everything else: the weights are loaded once, in a thread that takes one text after
 * the other.
 */
import { Worker } from 'node:worker_threads'
import type { Reading } from '@/lib/core/language/tree'
import type { Asked, Said } from './english-thread'

export interface EnglishReader {
  readonly read: (text: string) => Promise<Reading>
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly resolve: (reading: Reading) => void
  readonly reject: (error: Error) => void
}

export interface EnglishThread {
  /** `english-thread.ts` with all that it imports, as one script: a thread runs no TypeScript. */
  readonly code: string
  /** The file of weights. */
  readonly weights: string
}

/** Ready when the weights are loaded; fails with the sentence that says what is wrong with them. */
export function startEnglishReader({ code, weights }: EnglishThread): Promise<EnglishReader> {
  const thread = new Worker(code, { eval: true, workerData: weights })
  const waiting = new Map<number, Waiting>()
  let next = 0
  let over: Error | null = null
  const end = (error: Error): void => {
    over ??= error
    for (const { reject } of waiting.values()) reject(over)
    waiting.clear()
  }
  const reader: EnglishReader = {
    read: (text) =>
      new Promise((resolve, reject) => {
        if (over) return reject(over)
        const asked: Asked = { id: next++, text }
        waiting.set(asked.id, { resolve, reject })
        thread.postMessage(asked)
      }),
    close: async () => {
      await thread.terminate()
    },
  }
  return new Promise((resolve, reject) => {
    thread.on('message', (said: Said) => {
      if (said.kind === 'ready') return resolve(reader)
      const asked = waiting.get(said.id)
      waiting.delete(said.id)
      if (said.kind === 'read') asked?.resolve(said.reading)
      else asked?.reject(new Error(said.message))
    })
    thread.on('error', (error) => {
      reject(error)
      end(error instanceof Error ? error : new Error(String(error)))
    })
    thread.on('exit', () => end(new Error('The thread that reads English has ended.')))
  })
}
