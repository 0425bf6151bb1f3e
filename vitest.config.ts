import { defineConfig } from 'vitest/config'

// Two projects: `unit` needs nothing but Node; `store` runs against a real PostgreSQL whose address the test
// runner hands over (scripts/test.mjs).
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
          env: {},
        },
      },
    ],
  },
})
