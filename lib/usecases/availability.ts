/** Whether a use case failed because the database cannot be reached: then nothing was stored, and trying again helps. */
import 'server-only'

export { isStoreUnavailable } from '@/lib/store/client'
