/** Which of the shown items are selected, and from where the next Shift-click counts. */
export type Selection = { readonly ids: ReadonlySet<string>; readonly anchor: string | null }

export const NOTHING: Selection = { ids: new Set(), anchor: null }

/** One click on the box of `id`. With Shift, everything between the last click and this one becomes what this one becomes. */
export function clicked(
  selection: Selection,
  id: string,
  shown: readonly string[],
  shift: boolean,
): Selection {
  const on = !selection.ids.has(id)
  const from = selection.anchor === null ? -1 : shown.indexOf(selection.anchor)
  const to = shown.indexOf(id)
  const range =
    shift && from >= 0 && to >= 0 ? shown.slice(Math.min(from, to), Math.max(from, to) + 1) : [id]
  const ids = new Set(selection.ids)
  for (const each of range) {
    if (on) ids.add(each)
    else ids.delete(each)
  }
  return { ids, anchor: id }
}

/** What is no longer shown (filtered out, moved away) must not be changed unseen. */
export function selectedOf(selection: Selection, shown: readonly string[]): string[] {
  return shown.filter((id) => selection.ids.has(id))
}
