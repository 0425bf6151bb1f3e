/** What a page asks of the browser for answers that it cannot send itself: to keep them, and to send them when it can. */
import { SEND_TAG } from '../worker/places'

/** Only some browsers have it; the others send when Passage is opened next. */
type WithSync = ServiceWorkerRegistration & {
  readonly sync: { register(tag: string): Promise<void> }
}

const hasSync = (registration: ServiceWorkerRegistration): registration is WithSync =>
  'sync' in registration

/** Has the service worker send what waits as soon as there is a network, also when no page is open any more. */
export async function sendLater(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  if (registration && hasSync(registration)) await registration.sync.register(SEND_TAG)
}

/**
 * Has the browser not clear our database when the disk runs full. Asked by the installed app only: in a tab some
 * browsers would show a question that nobody expects in the middle of a session.
 */
export async function keepStored(): Promise<void> {
  if (!window.matchMedia('(display-mode: standalone)').matches) return
  await navigator.storage?.persist?.()
}
