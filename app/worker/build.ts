/** The build that this service worker belongs to; scripts/start/service-worker.ts writes it in. */
export type Build = {
  readonly id: string
  /** Addresses of the files that pages are made of. */
  readonly assets: readonly string[]
}
