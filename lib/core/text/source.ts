/**
 * A source text is what somebody gave us to study: the characters exactly as read, and what we know of their origin.
 * Every offset in Passage is a UTF-16 offset, end exclusive, into `body`.
 */
export type SourceText = {
  /** The characters as read: after a byte order mark, before any normalisation. */
  readonly body: string
  /** Lower-case hexadecimal SHA-256 of `body` in UTF-8. */
  readonly sha256: string
  readonly format: 'plain' | 'markdown'
  readonly about: About
}

/** What front matter, the first lines or the file's name say of a text. Empty string: not known. */
export type About = {
  readonly title: string
  readonly author: string
  readonly language: string
  readonly licence: string
  readonly basedOn: string
}

/** A half-open stretch of UTF-16 offsets into a source text. */
export type Span = { readonly start: number; readonly end: number }
