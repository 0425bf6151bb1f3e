/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The store speaks to PostgreSQL through native-free JavaScript that must stay outside the bundle.
  serverExternalPackages: ['pg', '@prisma/adapter-pg', '@prisma/schema-engine-wasm'],
}

export default config
