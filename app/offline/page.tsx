import type { Metadata, Viewport } from 'next'
import { OFFLINE_MARK } from '../device/mark'
import { Offline } from './offline'

export const metadata: Metadata = { title: 'Offline' }

/** As for the session, which may be what is shown here. */
export const viewport: Viewport = { interactiveWidget: 'resizes-content' }

/**
 * What the service worker shows at any address while there is no network. It is fetched once, for nobody, so it may say
 * nothing that is somebody's; that comes from this device.
 */
export default function OfflinePage() {
  return (
    <div {...OFFLINE_MARK}>
      <Offline />
    </div>
  )
}
