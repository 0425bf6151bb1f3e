// npm run dev: the app as it is being written, on the embedded database.
import './setup/node-version.mjs'

import('./setup/begin.mjs').then(({ begin }) => begin('start/dev.ts'))
