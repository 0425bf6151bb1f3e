/** How journeys start a Chromium: without its own errands on the network, and as root without its sandbox. */
export const LAUNCH = {
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
}
