import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const repository = join(import.meta.dirname, '..')
const style = 'docs/style.md'

/** The words in the first column of the last table of docs/style.md. */
const words = readFileSync(join(repository, style), 'utf8')
  .split('## Words we leave')[1]!
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .flatMap((line) =>
    line
      .split('|')[1]!
      .split(',')
      .map((word) => word.trim()),
  )
const unwanted = new RegExp(`\\b(${words.join('|')})\\b`, 'gi')

/** What a person reads in a file: all of a document; the comments and the test titles of code. */
function prose(file: string, text: string): string[] {
  if (file.endsWith('.md')) return [text]
  const comments = text.match(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm) ?? []
  const hashes = /\.(sh|yml)$/.test(file) || !/\.\w+$/.test(file) ? (text.match(/(?<=^|\s)#.*$/gm) ?? []) : []
  const titles = [...text.matchAll(/\b(?:test|describe)(?:\.\w+(?:\([^)]*\))?)*\(\s*(['"`])([\s\S]*?)\1/g)]
  return [...comments, ...hashes, ...titles.map(([, , title]) => title!)]
}

function found(file: string, text: string): string[] {
  return prose(file, text).flatMap((part) =>
    [...part.matchAll(unwanted)].map(({ index, 0: word }) => {
      const around = part.slice(Math.max(0, index - 30), index + word.length + 30).replace(/\s+/g, ' ')
      return `${file}: ${around}`
    }),
  )
}

test('comments, documents and test titles leave out the words of docs/style.md', () => {
  const names = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
  })
  const files = names
    .split('\n')
    .filter((name) => /\.(ts|tsx|mjs|css|html|md|yml)$|^\.ci\/run$|\/electron$/.test(name))
    // The words of the screens and of the library have rules of their own; the style guide names the words.
    .filter(
      (name) =>
        !/^(src\/shared\/i18n|assets)\//.test(name) &&
        name !== style &&
        name !== 'scripts/plain-english.test.ts',
    )
    .filter((name) => existsSync(join(repository, name)))
  expect(files.length).toBeGreaterThan(500)
  expect(files.flatMap((name) => found(name, readFileSync(join(repository, name), 'utf8')))).toEqual([])
})

test.each([
  ['src/a.ts', '/** The newest is\n * Told from the rest. */'],
  ['src/a.ts', 'const a = 1 // made anew'],
  ['src/a.test.ts', "test.each([1])('whoever asks gets %s', () => {})"],
  ['docs/a.md', 'The rule in force.'],
  ['.ci/run', '# as it stands'],
])('planted in %s, such a word is found', (file, text) => {
  expect(found(file, text)).toHaveLength(1)
})

test('code and the words it shows are not prose', () => {
  expect(found('src/a.ts', "const told = 'anew'\nconst address = 'app://in force'")).toEqual([])
})
