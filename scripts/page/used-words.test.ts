import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { english } from '#shared/i18n/en/index.ts'

const repository = join(import.meta.dirname, '../..')

/** Words that the main process reads from the catalogue itself, for menus and dialogs of the system. */
const readByMain = ['app.confirmLoss', 'app.refusals', 'commands', 'files', 'menu']

function pathsOf(words: object, above = ''): string[] {
  return Object.entries(words).flatMap(([name, part]: [string, unknown]) =>
    typeof part === 'object' && part !== null ? pathsOf(part, `${above}${name}.`) : [`${above}${name}`],
  )
}

/** The source of the app, without its words and its tests. */
function source(): string {
  const names = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' })
  const files = names.filter(
    (name) => /\.(tsx?|html)$/.test(name) && !/\.test\.tsx?$|[\\/](testing|en)[\\/]/.test(name),
  )
  return files.map((name) => readFileSync(join(repository, 'src', name), 'utf8')).join('\n')
}

/**
 * The paths that nothing in the source names: not the path, not a part of the catalogue that contains it, and no text
 * with gaps, such as `errors.${code}.title`, that gives it.
 */
function unusedIn(text: string, paths: readonly string[]): string[] {
  const quoted = new Set([...text.matchAll(/['"%]([\w-]+(?:\.[\w-]+)+)['"%]/g)].map((match) => match[1]))
  const gapped = [...text.matchAll(/`([A-Za-z]+\.[^`\s]*\$\{[^`]*)`/g)].map(([, written = '']) => {
    const fixed = written.split(/\$\{[^}]*\}/).map((piece) => piece.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${fixed.join('.+')}$`)
  })
  return paths.filter((path) => {
    const stem = path.replace(/_(zero|one|other)$/, '')
    const parts = stem.split('.')
    const named = parts.slice(1).map((_, index) => parts.slice(0, index + 2).join('.'))
    const isOfMain = readByMain.some((part) => path.startsWith(`${part}.`))
    return !isOfMain && !named.some((name) => quoted.has(name)) && !gapped.some((gaps) => gaps.test(stem))
  })
}

test('every word of the catalogue is shown somewhere', () => {
  const paths = pathsOf(english)
  expect(paths.length).toBeGreaterThan(2_000)
  expect(unusedIn(source(), paths)).toEqual([])
})

test('planted: a word that nothing names is found', () => {
  const text = 't(\'today.title\') + t(`errors.${code}.title`) + <Guard words="rules.leave" />'
  const used = ['today.title', 'errors.conflict.title', 'rules.leave.text', 'menu.file']
  expect(unusedIn(text, [...used, 'today.subtitle', 'errors.conflict.safe'])).toEqual([
    'today.subtitle',
    'errors.conflict.safe',
  ])
})
