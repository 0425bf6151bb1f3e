/**
 * Journeys run on a phone's width and on a desk's. One that no width can change, because it looks at no page, follows
 * what reaches the server, or sets a size of its own, is given this and runs once: test('…', ONE_WIDTH, …).
 */
export const ONE_WIDTH = { tag: '@one-width' } as const
