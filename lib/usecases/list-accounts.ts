import 'server-only'
import { allAccounts } from '@/lib/store/account'
import { store } from '@/lib/store/client'

/** For whoever runs this place; no page shows it. */
export const listAccounts = () => allAccounts(store())
