import type { MetadataRoute } from 'next'

/** What a device is told when Passage is installed on it. Its colours follow the scheme by the page's theme-color. */
export default function manifest(): MetadataRoute.Manifest {
  const png = { type: 'image/png' } as const
  return {
    id: '/',
    name: 'Passage',
    short_name: 'Passage',
    description: 'Asks you about what you read, before you would forget it, and shows the line.',
    lang: 'en',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbf9f4',
    theme_color: '#fbf9f4',
    categories: ['education', 'books'],
    icons: [
      { src: '/icons/any-192.png', sizes: '192x192', ...png },
      { src: '/icons/any-512.png', sizes: '512x512', ...png },
      { src: '/icons/maskable-512.png', sizes: '512x512', purpose: 'maskable', ...png },
      { src: '/icons/monochrome-512.png', sizes: '512x512', purpose: 'monochrome', ...png },
      { src: '/icons/any.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
    shortcuts: [{ name: 'Review', url: '/review' }],
  }
}
