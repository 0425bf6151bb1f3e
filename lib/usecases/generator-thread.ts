/** Makes items in a thread of its own, so that a long text holds up nobody's request. Started by `generator.ts`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { fitItems, fitText, withUnfit } from '@/lib/core/generate/fitness/fitness'
import type { PassedOver } from '@/lib/core/generate/fitness/unfit'
import { generateSteps, stretchSteps } from '@/lib/core/generate/generate'
import type { PassageDropped } from '@/lib/core/generate/why-none'
import type { ProposedItem } from '@/lib/core/items/item'
import { openModel } from '@/lib/core/language/model'
import { textAround } from '@/lib/core/passages/around'
import type { SegmentedText } from '@/lib/core/passages/passage'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import type { Span } from '@/lib/core/text/source'

/** A text as it is stored: cut into its passages here, as that of a book takes a second. */
export interface Unread {
  readonly body: string
  readonly fileName: string
}

export interface Asked {
  readonly id: number
  readonly text: SegmentedText | Unread
  /** Where items are wanted of a stretch of it: all that can be made. */
  readonly stretch?: Span
  /** Constructions that make nothing; of a stretch all make what they can. */
  readonly off?: ReadonlySet<string>
}

export interface MadeItems {
  readonly items: readonly ProposedItem[]
  /** What of the text nothing was asked of, being no English prose. */
  readonly passedOver: readonly PassedOver[]
  /** Of each passage what was not proposed, in the text's order. */
  readonly passages: readonly PassageDropped[]
}

export type Said =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'progress'
      readonly id: number
      readonly done: number
      readonly total: number
    }
  | ({ readonly kind: 'made'; readonly id: number } & MadeItems)
  /** The text cannot be worked on; the thread can go on with another one. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }

/** Words that are read with a marked stretch, so that names and pronouns are understood: less than a second's work. */
const WORDS_AROUND = 1_500

/** Milliseconds between two words about how far it is. */
const SPEAK_EVERY = 50

const port = parentPort
if (!port) throw new Error('This is a thread, and is started as one.')
const model = openModel(readFileSync(join(process.cwd(), 'weights', 'english.weights')))
const say = (said: Said): void => port.postMessage(said)

function makeItems({ id, text: given, stretch, off }: Asked): MadeItems {
  const text = read(given, stretch)
  const fit = fitText(text)
  const steps = stretch
    ? stretchSteps(fit.text, model, stretch)
    : generateSteps(fit.text, model, 'usual', off)
  // The first step is told at once, so that the smallest text shows it too.
  for (let spoken = Number.NEGATIVE_INFINITY; ; ) {
    const step = steps.next()
    if (step.done) {
      const { items, passages } = step.value
      return {
        items: fitItems(items, fit.foreign),
        passedOver: fit.passedOver,
        passages: withUnfit(text, fit, passages).filter(({ start }) =>
          isAsked(text, start, stretch),
        ),
      }
    }
    const now = performance.now()
    if (now - spoken < SPEAK_EVERY) continue
    spoken = now
    say({ kind: 'progress', id, ...step.value })
  }
}

/** Whether the passage that begins there is one that was asked for. */
const isAsked = ({ blocks }: SegmentedText, start: number, stretch: Span | undefined): boolean =>
  !stretch ||
  blocks.some((one) => one.start === start && start < stretch.end && one.end > stretch.start)

/** Of a text with a marked stretch what stands around that. */
function read(text: SegmentedText | Unread, stretch: Span | undefined): SegmentedText {
  const whole = 'blocks' in text ? text : segment(readSource(text.body, text))
  return stretch ? textAround(whole, stretch, WORDS_AROUND) : whole
}

port.on('message', (asked: Asked) => {
  try {
    say({ kind: 'made', id: asked.id, ...makeItems(asked) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    say({ kind: 'failed', id: asked.id, message })
  }
})
say({ kind: 'ready' })
