// npm run generate, import, replay, bench: a program of the shell, with what it needs. Standard output is the program's alone.
import './setup/node-version.mjs'

import('./setup/begin.mjs').then(({ begin }) => begin('run/main.ts', { quiet: true }))
