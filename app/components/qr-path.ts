/** A QR code as the path of an SVG: one unit a module, in a square of `size` units with the quiet margin that scanners want. */
import 'server-only'
import QRCode from 'qrcode'

export type Qr = { readonly path: string; readonly size: number }

/** Modules of light around it, as the standard has it. */
const QUIET = 4

export function qrOf(text: string): Qr {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const rows = Array.from({ length: modules.size }, (_, y) => {
    const row = Array.from({ length: modules.size }, (_, x) => (modules.get(y, x) ? '1' : '0'))
    return [...row.join('').matchAll(/1+/g)]
      .map((run) => `M${run.index + QUIET} ${y + QUIET}h${run[0].length}v1h-${run[0].length}z`)
      .join('')
  })
  return { path: rows.join(''), size: modules.size + 2 * QUIET }
}
