/** The same words in characters that can be kept: without U+0000, which no PostgreSQL text holds, and without halves of a surrogate pair, which no UTF-8 holds. */
export const storable = (text: string): string =>
  text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD')
