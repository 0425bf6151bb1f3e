/** The copies of the app's files: a cache for each build, so that a tab that is open goes on with its own. */
import type { Build } from './build'
import { OFFLINE_PAGE } from './places'

const PREFIX = 'passage-'
/** Builds before the present one of which a tab may still be open. */
const OLDER_KEPT = 2

const cacheOf = (build: Build) => `${PREFIX}${build.id}`

/** All files of the build and its page for offline, or nothing of it. The page is asked for by nobody: it is the same for all. */
export async function stock(caches: CacheStorage, build: Build): Promise<void> {
  const cache = await caches.open(cacheOf(build))
  await cache.addAll([
    ...build.assets,
    new Request(OFFLINE_PAGE, { credentials: 'omit', cache: 'reload' }),
  ])
}

export async function offlinePage(caches: CacheStorage, build: Build): Promise<Response> {
  const page = await (await caches.open(cacheOf(build))).match(OFFLINE_PAGE)
  return page ?? Response.error()
}

/** From whichever build has it, else from the network and then kept. */
export async function asset(
  caches: CacheStorage,
  build: Build,
  request: Request,
): Promise<Response> {
  const known = await caches.match(request)
  if (known) return known
  const response = await fetch(request)
  if (response.ok) await (await caches.open(cacheOf(build))).put(request, response.clone())
  return response
}

/** Drops the files of older builds: all when no page is open, else those that hardly any page can still run on. */
export async function sweep(
  caches: Pick<CacheStorage, 'keys' | 'delete'>,
  build: Build,
  isOpen: boolean,
): Promise<void> {
  const older = (await caches.keys()).filter(
    (name) => name.startsWith(PREFIX) && name !== cacheOf(build),
  )
  const kept = isOpen ? OLDER_KEPT : 0
  await Promise.all(
    older.slice(0, Math.max(0, older.length - kept)).map((name) => caches.delete(name)),
  )
}
