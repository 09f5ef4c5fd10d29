import { expect, test } from 'vitest'
import { articleLimits } from '#shared/evidence/article-limits.ts'
import { expandStrings } from './bibtex-strings.ts'
import { readRecords } from './read-records.ts'

const journalsIn = async (text: string) => {
  const { records } = await readRecords({ name: 'a.bib', text })
  return records.map((record) => (record.kind === 'reference' ? record.article.journal : record.kind))
}
const tooLarge = {
  kind: 'refused',
  problems: [{ reason: { code: 'too-large', limit: articleLimits.reference } }],
}

test('an abbreviation stands for what the file defines, also through others and in any case', async () => {
  const text = `
@string{joe = "Journal of Examples"} % the usual one
@STRING(long = JOE # {, Part } # 2)
@string { quoted = "The {"}Quiet{"} {\\"U}bung" }
@article{a, title = {A}, journal = joe}
@article{b, title = {B}, journal = Long}
@article{c, title = {C}, journal = quoted}
@article{d, title = {D}, journal = nobody # "Other"}`
  expect(await journalsIn(text)).toEqual([
    'Journal of Examples',
    'Journal of Examples, Part 2',
    'The "Quiet" Übung',
    'Other',
  ])
})

test('the last of two definitions counts, and a name from the library is known', async () => {
  const text = `
@string{a = "First"}
@string{b = cacm # "!"}
@string{a = "Second"}
@article{x, title = {A}, journal = a}
@article{y, title = {B}, journal = b}`
  expect(await journalsIn(text)).toEqual(['Second', 'Communications of the ACM!'])
})

test('a definition that can’t be read spoils none of the references', async () => {
  const text = '@string{= "x"}\n@string{open = "x}\n@string{\n@article{a, title = {A}, journal = {B}}'
  expect(await journalsIn(text)).toEqual(['B'])
})

test('fault 81: abbreviations that double stand for no more than their limit', async () => {
  const doubling = Array.from({ length: 40 }, (_, at) => `@string{s${at + 1} = s${at} # s${at}}`).join('\n')
  const text = `@string{s0 = "abcdefghij"}\n${doubling}\n@article{a, title = s40}\n@article{b, title = s3}`
  const { records } = await readRecords({ name: 'a.bib', text })
  expect(records).toMatchObject([tooLarge, { kind: 'reference', article: { title: 'abcdefghij'.repeat(8) } }])
})

test('fault 81: one reference can’t repeat a long abbreviation', async () => {
  const repeated = Array.from({ length: 2_000 }, () => 's').join(' # ')
  const text = `@string{s = "${'a'.repeat(1_000)}"}\n@article{a, title = ${repeated}}`
  expect((await readRecords({ name: 'a.bib', text })).records).toMatchObject([tooLarge])
})

test('fault 81: all references of a file together stand for a limited amount', () => {
  const stringsOf = expandStrings([`@string{s = "${'a'.repeat(19_000)}"}`])
  const answers = Array.from({ length: 2_000 }, () => stringsOf('@article{a, title = s}'))
  const given = answers.filter((strings) => strings !== null).length
  expect(given).toBeGreaterThan(500)
  expect(given).toBeLessThan(1_000)
})

test('fault 81: a name that is defined only after its use adds nothing where it was used', async () => {
  const many = Array.from({ length: 150 }, () => 'later').join(' # ')
  const text = `
@string{early = ${many}}
@string{later = "${'a'.repeat(19_000)}"}
@article{a, title = {A}, note = later, journal = early}`
  expect(await journalsIn(text)).toEqual([undefined])
})
