import { describe, expect, it } from 'vitest'
import type { OutboxState } from './outbox'
import { waitingWords } from './outbox-words'

const state = (change: Partial<OutboxState>): OutboxState => ({
  waiting: 0,
  answers: change.waiting ?? 0,
  refused: [],
  durable: true,
  stuck: false,
  unreachable: false,
  ...change,
})

describe('waitingWords', () => {
  it('says nothing while all is well', () => {
    expect(waitingWords(state({}))).toBe('')
    expect(waitingWords(state({ waiting: 3 }))).toBe('')
    expect(waitingWords(state({ stuck: true }))).toBe('')
  })

  it('says what waits, and for what', () => {
    expect(waitingWords(state({ waiting: 12, stuck: true, unreachable: true }))).toBe(
      '12 answers wait on this device. They will be sent when you are online.',
    )
    expect(waitingWords(state({ waiting: 1, stuck: true, unreachable: true }))).toBe(
      '1 answer waits on this device. It will be sent when you are online.',
    )
  })

  it('counts no answer that was taken back', () => {
    expect(waitingWords(state({ waiting: 3, answers: 1, stuck: true, unreachable: true }))).toBe(
      '1 answer waits on this device. It will be sent when you are online.',
    )
    expect(waitingWords(state({ waiting: 2, answers: 0, stuck: true, unreachable: true }))).toBe(
      '2 changes wait on this device. They will be sent when you are online.',
    )
  })

  it('does not blame the network for the server', () => {
    expect(waitingWords(state({ waiting: 2, stuck: true }))).toBe(
      '2 answers wait on this device: the server cannot take them now. They will be sent again by themselves.',
    )
  })

  it('never says that something is stored which is not', () => {
    expect(waitingWords(state({ waiting: 1, durable: false }))).toBe(
      '1 answer waits to be sent. This browser does not store it: keep this page open until it is sent.',
    )
  })
})
