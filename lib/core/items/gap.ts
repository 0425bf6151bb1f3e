/** Where the answer is left out of a sentence. Apart from the schemas, so that a page can know it without loading them. */
export const GAP = '____'
