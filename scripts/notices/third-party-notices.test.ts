import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noticesOf, packageFolder } from './third-party-notices.ts'

const modules = join(import.meta.dirname, '../../node_modules')

test('finds the package of a module, scoped or not, nested or not', () => {
  expect(packageFolder('/a/node_modules/zod/v4/index.js')).toBe('/a/node_modules/zod')
  expect(packageFolder('/a/node_modules/@tanstack/react-query/build/x.js?commonjs')).toBe(
    '/a/node_modules/@tanstack/react-query',
  )
  expect(packageFolder('/a/node_modules/one/node_modules/two/i.js')).toBe(
    '/a/node_modules/one/node_modules/two',
  )
  expect(packageFolder('/a/src/main.ts')).toBeNull()
})

test('names each package once, with its version and the text of its licence', () => {
  const text = noticesOf([join(modules, 'zod'), join(modules, 'react'), join(modules, 'zod')])
  expect(text.match(/^zod \d+\.\d+\.\d+ \(MIT\)$/gm)).toHaveLength(1)
  expect(text).toMatch(/^react \d/m)
  expect(text).toContain('Permission is hereby granted')
})

test('the notices of the fonts contain the Open Font License', () => {
  const fonts = ['atkinson-hyperlegible-next', 'literata'].map((name) =>
    join(modules, '@fontsource-variable', name),
  )
  expect(noticesOf(fonts).match(/SIL OPEN FONT LICENSE/gi)?.length).toBeGreaterThanOrEqual(2)
})
