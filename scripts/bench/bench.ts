/** What every benchmark is handed, and what it hands back. */
import type { Lifetime } from '../setup/lifetime.mjs'
import type { Figure } from './report'

export interface Setting {
  readonly life: Lifetime
  /** For whoever waits: how far it is. Standard error, so that standard output is the figures' alone. */
  readonly say: (line: string) => void
  /** A number given as --NAME N, or what stands for it. */
  readonly number: (name: string, otherwise: number) => number
}

export type Bench = (setting: Setting) => Promise<readonly Figure[]>
