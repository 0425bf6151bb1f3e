// `next start` compresses with gzip at every request. scripts/start/compress.ts has done better once, beside each file.
const SCRIPTS_AND_STYLES = {
  source: '/_next/static/chunks/:file(.+\\.js|.+\\.css)',
  has: [{ type: 'header', key: 'accept-encoding', value: '.*\\bbr\\b.*' }],
}
const header = (key, value) => ({ key, value })
const COMPRESSED = [
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
]

// For everything that is sent. What a page may load stands in app/content-policy.ts.
const EVERYWHERE = [
  header('X-Content-Type-Options', 'nosniff'),
  // Addresses hold ids, and some a secret. To ourselves they are said, so that the origin of a form is known.
  header('Referrer-Policy', 'same-origin'),
  header('Cross-Origin-Opener-Policy', 'same-origin'),
  header('Cross-Origin-Resource-Policy', 'same-origin'),
  header(
    'Permissions-Policy',
    ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb']
      .map((name) => `${name}=()`)
      .join(', '),
  ),
]
// Answers of handlers are data, and files are files: opened as a page they may do nothing. The service worker's own
// requests go by the policy of its script.
const NO_PAGE = header(
  'Content-Security-Policy',
  "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
)
const HEADERS = [
  { source: '/:path*', headers: EVERYWHERE },
  ...['/api/:path*', '/_next/:path*', '/icons/:path*', '/worker.js'].map((source) => ({
    source,
    headers: [NO_PAGE],
  })),
]

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
    // Only while developing: a build has the script of the generator's thread in its folder.
    'esbuild',
  ],
  headers: async () => [...HEADERS, ...(process.env.PASSAGE_BUILD ? COMPRESSED : [])],
  // Only a build of scripts/start/build.ts has the compressed files.
  ...(process.env.PASSAGE_BUILD && {
    rewrites: async () => ({
      beforeFiles: [{ ...SCRIPTS_AND_STYLES, destination: '/_next/static/chunks/:file.br' }],
    }),
  }),
}

export default config
