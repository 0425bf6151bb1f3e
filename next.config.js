// `next start` compresses with gzip at every request. scripts/start/compress.ts has done better once, beside each file.
const SCRIPTS_AND_STYLES = {
  source: '/_next/static/chunks/:file(.+\\.js|.+\\.css)',
  has: [{ type: 'header', key: 'accept-encoding', value: '.*\\bbr\\b.*' }],
}
const header = (key, value) => ({ key, value })

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Each build lies in a folder of its own (scripts/start/build.ts); `next dev` keeps to .next.
  distDir: process.env.PASSAGE_BUILD ?? '.next',
  // Extends tsconfig.json, which Next would otherwise rewrite. Types are checked by `npm test`, not by every build.
  typescript: { tsconfigPath: 'tsconfig.build.json', ignoreBuildErrors: true },
  // The store speaks to PostgreSQL through native-free JavaScript that must stay outside the bundle.
  serverExternalPackages: [
    'pg',
    '@prisma/adapter-pg',
    '@prisma/schema-engine-wasm',
    '@open-spaced-repetition/binding',
  ],
  // Only a build of scripts/start/build.ts has the compressed files.
  ...(process.env.PASSAGE_BUILD && {
    rewrites: async () => ({
      beforeFiles: [{ ...SCRIPTS_AND_STYLES, destination: '/_next/static/chunks/:file.br' }],
    }),
    headers: async () => [
      {
        ...SCRIPTS_AND_STYLES,
        headers: [header('Content-Encoding', 'br'), header('Vary', 'Accept-Encoding')],
      },
      ...[
        ['js', 'text/javascript'],
        ['css', 'text/css'],
      ].map(([ending, type]) => ({
        ...SCRIPTS_AND_STYLES,
        source: `/_next/static/chunks/:file(.+\\.${ending})`,
        headers: [header('Content-Type', `${type}; charset=utf-8`)],
      })),
    ],
  }),
}

export default config
