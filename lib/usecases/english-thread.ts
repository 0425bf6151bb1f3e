/** Reads English in a thread of its own, so that a long text holds up nobody's request. Started by `english.ts`. */
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { openModel } from '@/lib/core/language/model'
import { readEnglish } from '@/lib/core/language/read'
import type { Reading } from '@/lib/core/language/tree'

export interface Asked {
  readonly id: number
  readonly text: string
}

export type Said =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly id: number; readonly reading: Reading }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }

const port = parentPort
if (!port) throw new Error('This is a thread, and is started as one.')
const say = (said: Said): void => port.postMessage(said)

const model = openModel(readFileSync(String(workerData)))
port.on('message', ({ id, text }: Asked) => {
  try {
    say({ kind: 'read', id, reading: readEnglish(text, model) })
  } catch (error) {
    say({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) })
  }
})
say({ kind: 'ready' })
