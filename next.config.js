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
}

export default config
