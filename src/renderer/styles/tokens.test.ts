// Vitest imports style sheets as empty files, so the test reads this one from the disk.
// oxlint-disable-next-line no-restricted-imports
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

const [lightPart = '', darkPart = ''] = css.split('@media screen and (prefers-color-scheme: dark)')
const light = coloursIn(lightPart)
const themes = { light, dark: { ...light, ...coloursIn(darkPart) } }

/** The hex colours of one theme by name; mixed colours derive from them. */
function coloursIn(part: string): Record<string, string> {
  const found = part.matchAll(/--color-([a-z0-9-]+): (#[0-9a-f]{6});/g)
  return Object.fromEntries([...found].map(([, name = '', hex = '']) => [name, hex]))
}

/** Contrast of two colours by WCAG 2.2, from 1 to 21. */
function contrast(first: string, second: string): number {
  const [brighter = 0, darker = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return (brighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('the dark theme changes colours and shadows alone, so it lays out every screen as the light one does', () => {
  const names = [...darkPart.split('@media')[0]!.matchAll(/^ +([\w-]+):/gm)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => !/^(color-scheme|--color-.+|--shadow-.+)$/.test(name ?? ''))).toEqual([])
  const renderer = new URL('../', import.meta.url)
  const schemed = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(css|html|tsx?)$/.test(name) && !/\.test\.tsx?$/.test(name))
    .filter((name) => /prefers-color-scheme|light-dark\(/.test(readFileSync(new URL(name, renderer), 'utf8')))
  expect(schemed).toEqual(['styles/tokens.css'])
})

describe.each(['light', 'dark'] as const)('in the %s theme', (name) => {
  const colours = themes[name]
  const colour = (token: string) => {
    const hex = colours[token]
    if (hex === undefined) throw new Error(`no colour ${token} in tokens.css`)
    return hex
  }
  const grounds = ['paper', 'surface', 'sunken']
  const worst = (token: string) =>
    Math.min(...grounds.map((ground) => contrast(colour(token), colour(ground))))

  test('the contrast sum itself is right', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  test.each(['ink', 'ink-2', 'muted', 'accent', 'risk'])(
    '%s is readable on every background (4.5)',
    (token) => {
      expect(worst(token)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test.each(['ink', 'ink-2'])('%s is readable enough for the client’s form (7)', (token) => {
    expect(worst(token)).toBeGreaterThanOrEqual(7)
  })

  test.each(['edge', 'focus', 'client', 'therapist', 'rupture', 'repair', 'missing'])(
    '%s is visible on every background (3)',
    (token) => {
      expect(worst(token)).toBeGreaterThanOrEqual(3)
    },
  )

  test('words on the accent and on risk are readable', () => {
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour('on-risk'), colour('risk'))).toBeGreaterThanOrEqual(4.5)
  })
})
