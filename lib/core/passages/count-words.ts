/** Runs without white space that hold a letter or a digit. */
export function countWords(stretch: string): number {
  const runs = stretch.match(/\S+/g) ?? []
  return runs.filter((run) => /[\p{L}\p{N}]/u.test(run)).length
}
