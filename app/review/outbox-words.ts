/** What is said about answers that the server does not have yet. */
import { count } from '../components/dates'
import type { OutboxState } from './outbox'

/** '' when there is nothing to say: nothing waits, or it is on its way and all is well. */
export function waitingWords(state: OutboxState): string {
  const { waiting, answers, durable, stuck, unreachable } = state
  if (waiting === 0 || (durable && !stuck)) return ''
  const what = answers > 0 ? count(answers, 'answer') : count(waiting, 'change')
  const one = (answers || waiting) === 1
  const [wait, they, them, are] = one
    ? ['waits', 'It', 'it', 'is']
    : ['wait', 'They', 'them', 'are']
  if (!durable) {
    return `${what} ${wait} to be sent. This browser does not store ${them}: keep this page open until ${they.toLowerCase()} ${are} sent.`
  }
  return unreachable
    ? `${what} ${wait} on this device. ${they} will be sent when you are online.`
    : `${what} ${wait} on this device: the server cannot take ${them} now. ${they} will be sent again by ${one ? 'itself' : 'themselves'}.`
}
