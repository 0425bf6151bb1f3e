/** Where the focus belongs at each moment of a session: one element at a time bears this mark. */
export const FOCUS_HERE = { 'data-focus-here': true } as const

export function focusPlace(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main [data-focus-here]')
}

export function focusNow(): void {
  focusPlace()?.focus({ preventScroll: true })
}
