/** What was pasted is kept in this tab until it is stored: a reload or a crash does not lose it. */
const KEY = 'passage.pasted'

export function keepDraft(text: string): void {
  try {
    if (text === '') window.sessionStorage.removeItem(KEY)
    else window.sessionStorage.setItem(KEY, text)
  } catch {
    // Too long for this browser's storage, or none: then it lives as long as the page.
  }
}

export function readDraft(): string {
  try {
    return window.sessionStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}
