/** What the tabs of one learner and the service worker tell each other, in browsers that let them. */
import type { Told } from './outbox-ports'

const nameOf = (owner: string) => `passage.outbox.${owner}`

const channels = new Map<string, BroadcastChannel>()

function channelOf(owner: string): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null
  const channel = channels.get(owner) ?? new BroadcastChannel(nameOf(owner))
  channels.set(owner, channel)
  return channel
}

export function tellTabs(owner: string, told: Told): void {
  channelOf(owner)?.postMessage(told)
}

export function listenToTabs(owner: string, hear: (told: Told) => void): void {
  channelOf(owner)?.addEventListener('message', (message: MessageEvent<Told>) => hear(message.data))
}
