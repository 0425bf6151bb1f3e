/** 'Firefox on Windows': how somebody knows a browser again, from what it says of itself. */

// The order counts: most name those that came before them too.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'a Chromebook'],
  [/\bMacintosh\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
]

const nameOf = (from: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  from.find(([pattern]) => pattern.test(text))?.[1]

export function browserWords(userAgent: string): string {
  const browser = nameOf(BROWSERS, userAgent) ?? 'A browser'
  const system = nameOf(SYSTEMS, userAgent)
  return system ? `${browser} on ${system}` : browser
}
