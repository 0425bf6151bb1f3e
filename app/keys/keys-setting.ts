/**
 * Whether keys of one character do anything on this device. Somebody who speaks to the computer, or whose hand slips,
 * needs them off: a word dictated past a field must not grade a card.
 */
const KEY = 'passage.keys'
const listeners = new Set<() => void>()

export function keysAreOn(): boolean {
  try {
    return window.localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

export function setKeysOn(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(KEY)
    else window.localStorage.setItem(KEY, 'off')
  } catch {
    // A browser that stores nothing keeps them on.
  }
  for (const listener of listeners) listener()
}

export function subscribeToKeysSetting(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
