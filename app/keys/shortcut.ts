/** Decides whether a key press is meant for the page: never while somebody types, works in a menu or holds a modifier. */

/** What is looked at of a key press; a KeyboardEvent fits. */
export type KeyPress = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly repeat: boolean
  readonly isComposing: boolean
  readonly defaultPrevented: boolean
}

/** Where the focus is, as far as keys go. */
export type Place = 'page' | 'button' | 'field' | 'popup'

/** The key by the name that pages bind ('a' … 'z', '1', 'Space', 'Enter', '/', '?', 'Escape'), or null when it is not theirs. */
export function shortcutOf(press: KeyPress, place: Place): string | null {
  if (press.defaultPrevented || press.isComposing || press.repeat) return null
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  if (place === 'popup' || place === 'field') return null
  const name =
    press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toLowerCase() : press.key
  // On many keyboards / and ? are only there with Shift; letters and digits with Shift are something else.
  if (press.shiftKey && name !== '/' && name !== '?') return null
  // A button or a link that has the focus is pressed by these.
  if (place === 'button' && (name === 'Space' || name === 'Enter')) return null
  return name
}

const POPUPS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'
const FIELDS = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]'
const BUTTONS = 'button, a[href], summary, [role="button"]'
/** Inputs that nobody types into: letters are free there. */
const UNTYPED = /^(?:checkbox|radio|button|submit|reset|range)$/

export function placeOf(target: EventTarget | null): Place {
  // An open dialog or menu has the keys, wherever the focus got to.
  if (document.querySelector(POPUPS)) return 'popup'
  if (!(target instanceof Element)) return 'page'
  const field = target.closest(FIELDS)
  if (field)
    return field instanceof HTMLInputElement && UNTYPED.test(field.type) ? 'button' : 'field'
  return target.closest(BUTTONS) ? 'button' : 'page'
}
