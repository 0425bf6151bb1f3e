/** Drawing lots without a random source: the same seed gives the same number in every browser and on every server. */

/** 0 ≤ draw < 1, spread evenly over the seeds. */
export function draw(seed: string): number {
  return hash(seed) / 2 ** 32
}

/** FNV-1a over UTF-16 units, then MurmurHash3's finaliser, so that neighbouring seeds draw far apart. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
