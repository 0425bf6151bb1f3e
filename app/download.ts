/** Files that are sent while they are read. */
import 'server-only'

/** Characters gathered before they are sent on. */
const PIECE = 64 * 1024

/** Reads on only when the receiver has taken what came before. What fails on the way breaks the download off. */
export function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        let gathered = ''
        while (gathered.length < PIECE) {
          const next = await pieces.next()
          if (next.done) {
            controller.enqueue(encoder.encode(gathered))
            return controller.close()
          }
          gathered += next.value
        }
        controller.enqueue(encoder.encode(gathered))
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}
