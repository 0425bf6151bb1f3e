/** Scripts and styles of a build, compressed as well as Brotli can beside the files themselves: next.config.js says who gets them. */
import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { inProject } from '../setup/project.mjs'

const compress = promisify(brotliCompress)

/** Writes FILE.br for every script and style; Next reads the folder's names once, when it starts. */
export async function compressScripts(distDir: string): Promise<void> {
  const folder = inProject(distDir, 'static', 'chunks')
  const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name))
  await Promise.all(files.map((name) => compressFile(join(folder, name))))
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path)
  const compressed = await compress(content, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })
  await writeFile(`${path}.br`, compressed)
}
