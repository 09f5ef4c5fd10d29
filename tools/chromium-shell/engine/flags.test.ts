import { describe, expect, test } from 'vitest'
import { chromiumFlags } from './flags.ts'

const flagsFor = (options: { headless?: boolean; switches?: [string, string][]; given?: string[] } = {}) =>
  chromiumFlags({
    profile: '/profile',
    headless: options.headless ?? true,
    appSwitches: new Map(options.switches),
    argumentsGiven: options.given ?? [],
  })

describe("Chromium's command line", () => {
  test('sends every request to another machine to a proxy that does not exist', () => {
    for (const headless of [true, false])
      expect(flagsFor({ headless })).toContain('--proxy-server=http://127.0.0.1:9')
  })

  test("adds the app's own switches, and merges lists of features", () => {
    const flags = flagsFor({
      switches: [
        ['disable-features', 'Extra'],
        ['lang', 'de'],
        ['mute-audio', ''],
      ],
    })
    expect(flags).toContain('--lang=de')
    expect(flags).toContain('--mute-audio')
    const features = flags.find((flag) => flag.startsWith('--disable-features='))
    expect(features).toMatch(/OptimizationHints.*,Extra$/)
  })

  test('lets no switch of the app take back what the shell relies on', () => {
    const switches: [string, string][] = [
      ['user-data-dir', '/elsewhere'],
      ['proxy-server', 'http://proxy'],
      ['remote-debugging-port', '9222'],
    ]
    expect(flagsFor({ switches })).toStrictEqual(flagsFor())
  })

  test('opens a debugging port only if an argument requests it', () => {
    const given = ['app', '--remote-debugging-port=0']
    expect(flagsFor({ given })).toContain('--remote-debugging-port=0')
    expect(flagsFor().some((flag) => flag.startsWith('--remote-debugging-port'))).toBe(false)
  })

  test('turns the sandbox off only for root', () => {
    expect(flagsFor().includes('--no-sandbox')).toBe(process.getuid?.() === 0)
  })
})
