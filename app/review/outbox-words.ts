/** What is said about answers that the server does not have yet. */
import { count } from '../components/dates'
import type { OutboxState } from './outbox'

/** '' when there is nothing to say: nothing waits, or it is on its way and all is well. */
export function waitingWords({ waiting, durable, stuck, unreachable }: OutboxState): string {
  if (waiting === 0 || (durable && !stuck)) return ''
  const [wait, they, are] = waiting === 1 ? ['waits', 'It', 'is'] : ['wait', 'They', 'are']
  const answers = count(waiting, 'answer')
  if (!durable) {
    return `${answers} ${wait} to be sent. This browser does not store ${waiting === 1 ? 'it' : 'them'}: keep this page open until ${they.toLowerCase()} ${are} sent.`
  }
  return unreachable
    ? `${answers} ${wait} on this device. ${they} will be sent when you are online.`
    : `${answers} ${wait} on this device: the server cannot take ${waiting === 1 ? 'it' : 'them'} now. ${they} will be sent again by ${waiting === 1 ? 'itself' : 'themselves'}.`
}
