/** Addresses of the network and names of files are one token each, without the punctuation that follows them. */

/** All repetitions are bounded: a long run without spaces is read once, not once from each of its characters. */
const PAGE = /(?:(?:https?|ftp|file):\/\/|www\.)[^\s<>"“”]{1,2000}/iuy
const MAIL = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}/uy
const SITE =
  /[a-z\d][\w-]{0,62}(?:\.[a-z\d-]{1,63}){0,4}\.(?:com|org|net|edu|gov|info|co\.uk|ac\.uk|org\.uk|doc|xls|pdf|txt|html?|jpe?g|png|gif|zip|ppt|exe)(?![\p{L}\p{N}-])(?:\/[^\s<>"“”]{0,500})?/iuy

/** A newsgroup or a package: "comp.sources.unix". */
const GROUP = /[a-z]{2,20}(?:\.[a-z][a-z-]{1,30}){2,6}(?![\p{L}\p{N}])/uy

/** How many characters an address at `at` takes; 0 for none. */
export function readAddress(text: string, at: number): number {
  const before = at > 0 ? (text[at - 1] ?? ' ') : ' '
  if (/[\p{L}\p{N}@.-]/u.test(before)) return 0
  for (const pattern of [PAGE, MAIL, SITE, GROUP]) {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found) return withoutTrailing(found).length
  }
  return 0
}

/** A closing bracket belongs to an address that opened it. */
function withoutTrailing(address: string): string {
  let kept = address.replace(/[.,;:!?'"’”»*_]+$/u, '')
  while (/[)\]}]$/.test(kept) && !/[([{]/.test(kept)) {
    kept = kept.slice(0, -1).replace(/[.,;:!?'"’”»*_]+$/u, '')
  }
  return kept === '' ? address : kept
}
