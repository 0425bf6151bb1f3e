/** Puts words on the clipboard, and says whether they are there; without https there is none to put them on. */
export async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text)
    return 'Copied.'
  } catch {
    return 'This browser does not let pages copy. Select it and copy it by hand.'
  }
}
