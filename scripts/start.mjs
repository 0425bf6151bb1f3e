// npm start: everything that Passage needs, brought up in order and stopped together.
import './setup/node-version.mjs'

import('./setup/begin.mjs').then(({ begin }) => begin('start/main.ts'))
