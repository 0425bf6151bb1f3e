/** The heat of a passage: the more the class has forgotten, the stronger the pencil. */
export type Heat = 0 | 1 | 2 | 3 | 4

/** Lower ends of what is recalled, 0 … 1, from the faintest pencil to the strongest. */
export const HEAT_ENDS = [0.9, 0.75, 0.5, 0] as const

/** 0: nobody was asked. */
export function heatOf(recall: number | null): Heat {
  if (recall === null) return 0
  if (recall >= 0.9) return 1
  if (recall >= 0.75) return 2
  return recall >= 0.5 ? 3 : 4
}

/** The page of items, with those of one passage only. Ids are told apart by their ends. */
export function itemsOfPassage(
  classId: string,
  assignmentId: string,
  ids: readonly string[],
): string {
  return `/classes/${classId}/assignments/${assignmentId}/items?of=${ids.map((id) => id.slice(-12)).join('.')}`
}
