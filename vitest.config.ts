import { defineConfig } from 'vitest/config'

// `unit` needs nothing but Node; `start` starts real processes and the embedded PostgreSQL; `store` runs against a
// PostgreSQL server whose address the test runner hands over (scripts/test.mjs); `crash` kills servers of its own, `walk`
// asks one for everything that it should not give.
const processes = ['scripts/start/**/*.test.ts', 'scripts/database/**/*.test.ts']
const crashes = ['scripts/crash/**/*.test.ts']
const walks = ['scripts/walk/**/*.test.ts']

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'lib/core/**/*.test.ts',
            'scripts/**/*.test.ts',
            'app/**/*.test.ts',
            'lib/*.test.ts',
          ],
          exclude: [...processes, ...crashes, ...walks],
          // For what hangs: a law is tried a hundred times, and a machine may be busy.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'start', include: processes, testTimeout: 90_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: 'crash', include: crashes, testTimeout: 240_000, hookTimeout: 90_000 },
      },
      {
        extends: true,
        // It makes what it walks among with the use cases, which are server code.
        ssr: { resolve: { conditions: ['react-server'] } },
        test: {
          name: 'walk',
          include: walks,
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        // `server-only` throws outside React's server condition; the store is server code.
        ssr: { resolve: { conditions: ['react-server'] } },
        test: {
          name: 'store',
          include: ['lib/store/**/*.test.ts', 'lib/usecases/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
