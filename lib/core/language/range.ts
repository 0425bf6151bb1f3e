/** Half-open range of token indices. */
export type Range = { readonly from: number; readonly to: number }
