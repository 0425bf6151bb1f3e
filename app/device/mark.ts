/** Borne by the page that the service worker shows when there is no network, whatever address was asked for. */
export const OFFLINE_MARK = { 'data-offline-page': true } as const
