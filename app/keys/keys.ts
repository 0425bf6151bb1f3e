/** The keys, as the dialog of keys lists them. What each page binds stands in that page. */
export type KeyLine = { readonly keys: readonly string[]; readonly does: string }
export type KeyGroup = { readonly title: string; readonly lines: readonly KeyLine[] }

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'Everywhere',
    lines: [
      { keys: ['/'], does: 'Search' },
      { keys: ['?'], does: 'These keys' },
      { keys: ['Esc'], does: 'Leave a field, close a dialog' },
    ],
  },
  {
    title: 'Review, before the answer',
    lines: [
      { keys: ['Space', 'Enter'], does: 'Show the answer' },
      { keys: ['1', '2', '3'], does: 'Pick an option, where there are options' },
    ],
  },
  {
    title: 'Review, after the answer',
    lines: [
      { keys: ['Space', 'Enter'], does: 'Take the suggested grade' },
      {
        keys: ['1', '2', '3', '4'],
        does: 'Again, Hard, Good, Easy (with two buttons: 1 Forgot, 2 Remembered)',
      },
      { keys: ['R'], does: 'I was right' },
      { keys: ['O'], does: 'Open the passage in the text' },
    ],
  },
  {
    title: 'Review, when an item keeps slipping',
    lines: [
      { keys: ['Space', 'Enter'], does: 'Go on' },
      { keys: ['C'], does: 'Tell it apart from what it is taken for' },
      { keys: ['S'], does: 'Let it rest' },
    ],
  },
  {
    title: 'Review, at any time',
    lines: [
      { keys: ['U'], does: 'Undo the last step' },
      { keys: ['V'], does: 'Read aloud, or stop' },
      { keys: ['E'], does: 'Edit the item' },
      { keys: ['B'], does: 'Bury until tomorrow' },
      { keys: ['S'], does: 'Suspend' },
    ],
  },
  {
    title: 'Proposed items',
    lines: [
      { keys: ['K'], does: 'Keep' },
      { keys: ['E'], does: 'Edit' },
      { keys: ['R'], does: 'Reject' },
      { keys: ['U'], does: 'Take the last decision back' },
      { keys: ['J', '→'], does: 'The next one' },
      { keys: ['←'], does: 'The one before' },
    ],
  },
  {
    title: 'A mock test',
    lines: [
      { keys: ['Enter'], does: 'Keep the answer and go on' },
      { keys: ['←', '→'], does: 'The question before, the next one' },
      { keys: ['1', '2', '3'], does: 'Pick an option, where there are options' },
      { keys: ['F'], does: 'Flag the question, or take the flag away' },
      { keys: ['H'], does: 'Hand in' },
    ],
  },
  {
    title: 'Leading a room',
    lines: [
      { keys: ['Space'], does: 'Ask, close, show the passage, ask the next' },
      { keys: ['←', '→'], does: 'Choose the question before, or after' },
      { keys: ['H'], does: 'Hide what is on the wall, or show it again' },
    ],
  },
  {
    title: 'A text',
    lines: [{ keys: ['Esc'], does: 'Close the items of a passage' }],
  },
]
