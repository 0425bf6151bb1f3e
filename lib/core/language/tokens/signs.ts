/** Signs of several characters that are one token: points of omission, dashes, doubled quotes, rules, faces. */

const SIGNS: readonly RegExp[] = [
  // A face stands alone.
  /(?<!\S)[:;=]['’]?-?[()DPp/|*](?![\p{L}\p{N}(])/uy,
  /(?<!\S)\(?[:;]-?[)(]+(?!\S)/uy,
  /[.!?…]{2,}/uy,
  /[-=*_~+#|<>]{3,}|-{2,}|—{2,}|\*{2,}|_{2,}|={2,}|~{2,}|\+{2,}|#{2,}|<<|>>/uy,
  /''|``|’’|‘‘|‘’|,,(?=\p{L})/uy,
]

/** How many characters the sign at `at` takes; 0 for none of these. */
export function readSigns(text: string, at: number): number {
  // Most characters are letters, and none of the signs begins with one.
  if (/[\p{L}\p{N}]/u.test(text[at] ?? '')) return 0
  for (const sign of SIGNS) {
    sign.lastIndex = at
    const width = sign.exec(text)?.[0].length ?? 0
    if (width > 0) return width
  }
  return 0
}
