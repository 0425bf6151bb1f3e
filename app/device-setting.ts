/** A choice that holds on this device only: it is about its keys, its voices, its screen. Kept in the browser's storage. */

export type DeviceSetting<T extends string> = {
  readonly get: () => T
  readonly set: (value: T) => void
  /** Also hears of changes in other tabs. Gives the way to stop. */
  readonly subscribe: (listener: () => void) => () => void
}

/** The first of the values holds where nothing was chosen; it is not stored. */
export function deviceSetting<T extends string>(
  key: string,
  values: readonly [T, ...T[]],
): DeviceSetting<T> {
  const [usual] = values
  const listeners = new Set<() => void>()
  return {
    get() {
      try {
        const stored = window.localStorage.getItem(key)
        return values.find((value) => value === stored) ?? usual
      } catch {
        return usual
      }
    },
    set(value) {
      try {
        if (value === usual) window.localStorage.removeItem(key)
        else window.localStorage.setItem(key, value)
      } catch {
        // A browser that stores nothing keeps the usual.
      }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      window.addEventListener('storage', listener)
      return () => {
        listeners.delete(listener)
        window.removeEventListener('storage', listener)
      }
    },
  }
}
