import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRecords } from './read-records.ts'

const read = async (text: string, name = 'a.txt') => {
  const { format, records, problems } = await readRecords({ name, text })
  return {
    format,
    problems: problems.map(({ reason }) => reason.code),
    articles: records.map((record) => (record.kind === 'refused' ? null : record.article)),
    leftOut: records.map((record) => (record.kind === 'reference' ? record.leftOut : null)),
  }
}
const ris = (...lines: string[]) => `TY  - JOUR\n${lines.join('\n')}\nER  - \n`

test.each([
  ['PY  - 2022/11/05/', 2022],
  ['Y1  - 2016/09//', 2016],
  ['Y1  - 2020//', 2020],
  ['DA  - 05 NOV 2019', 2019],
  ['DA  - AUG\nPY  - 2018', 2018],
  ['DA  - AUG', undefined],
  ['PY  - ', undefined],
  ['PY  - in press', undefined],
])('RIS: the date %j gives the year, or is left out alone', async (date, year) => {
  const { articles } = await read(ris('TI  - A title', 'AU  - Testmann, Helene', date))
  expect(articles).toMatchObject([{ title: 'A title', authors: ['Testmann, H.'] }])
  expect(articles[0]?.year).toBe(year)
  expect(articles[0]?.missing.includes('year')).toBe(year === undefined)
})

test.each([
  'DO  - http://dx.doi.org/10.1000/x.1',
  'DO  - https://doi.org/10.1000/x.1.',
  'DO  - doi: 10.1000/x.1',
  'DO  - 10.1000/x.1',
  'UR  - https://doi.org/10.1000/x.1',
  'M3  - 10.1000/x.1',
])('RIS: %j gives the DOI', async (line) => {
  expect((await read(ris('TI  - A title', line))).articles).toMatchObject([{ doi: '10.1000/x.1' }])
})

test.each([
  ['one blank before the hyphen', 'TY - JOUR\nTI - A title\nPY - 2020\nER -\n'],
  ['no blank before the hyphen', 'TY- JOUR\nTI- A title\nPY- 2020\nER-\n'],
  ['no blank after the hyphen', 'TY  -JOUR\nTI  -A title\nPY  -2020\nER  -\n'],
  ['no end', 'TY  - JOUR\nTI  - A title\nPY  - 2020'],
  [
    'a byte order mark, line ends of Windows',
    '\uFEFFTY  - JOUR\r\nTI  - A title\r\nPY  - 2020\r\nER  - \r\n',
  ],
  ['numbers between the records', '1.\nTY  - JOUR\nTI  - A title\nPY  - 2020\nER  -\n\n2.\n'],
  ['line ends of old Macs', 'TY  - JOUR\rTI  - A title\rPY  - 2020\rER  - \r'],
  ['a tab before the hyphen', 'TY  - JOUR\nTI\t- A title\nPY\t- 2020\nER  - \n'],
  [
    'names of a program’s own',
    'TY  - JOUR\nDESCRIPTORS  - *Alliance\nTI  - A title\nPMID  - 1\nPY  - 2020\nER  - \n',
  ],
  ['a mark of its end and NULs behind it', 'TY  - JOUR\nTI  - A title\nPY  - 2020\nER  - \n\u001a\0\0\0'],
  ['a continued line, unknown tags', 'TY  - JOUR\nZZ  - x\nTI  - A\n title\nPY  - 2020\nXX  - y\nER  - \n'],
])('RIS: a record with %s', async (_what, text) => {
  const { format, articles } = await read(text)
  expect(format).toBe('ris')
  expect(articles).toMatchObject([{ title: 'A title', year: 2020 }])
})

test.each([
  ['several in one line', 'AU  - Testmann, Helene; Muster, B.', ['Testmann, H.', 'Muster, B.']],
  ['first authors under their older tag', 'A1  - Testmann, Helene', ['Testmann, H.']],
  ['a suffix without a comma', 'AU  - Testmann, Max Jr.', ['Testmann, M., Jr']],
  ['initials without stops', 'AU  - Testmann, HA', ['Testmann, H. A.']],
])('RIS: authors as %s', async (_what, line, authors) => {
  expect((await read(ris('TI  - A title', line))).articles).toMatchObject([{ authors }])
})

test('RIS: a chapter keeps its book, and a short title stands in for a missing one', async () => {
  const { articles } = await read(
    ris('T1  - A chapter', 'BT  - The book') + ris('BT  - The book') + ris('ST  - Short', 'T2  - The site'),
  )
  expect(articles).toMatchObject([
    { title: 'A chapter', journal: 'The book' },
    { title: 'The book' },
    { title: 'Short', journal: 'The site' },
  ])
  expect(articles[1]?.journal).toBeUndefined()
})

test('a date without a year and a DOI that is none are named as left out', async () => {
  const { articles, leftOut } = await read(
    ris('TI  - A title', 'DA  - AUG', 'DO  - n/a') +
      ris('TI  - Another', 'PY  - 1899', `DO  - ${'x'.repeat(99)}`) +
      ris('TI  - A third', 'PY  - 2020', 'DO  - 10.1000/x.1'),
  )
  expect(articles.map((article) => article?.title)).toEqual(['A title', 'Another', 'A third'])
  expect(leftOut).toEqual([
    [
      { part: 'year', text: 'AUG' },
      { part: 'doi', text: 'n/a' },
    ],
    [
      { part: 'year', text: '1899' },
      { part: 'doi', text: `${'x'.repeat(40)}…` },
    ],
    [],
  ])
})

test('fault 289: a file with a NUL in it is not text', async () => {
  expect((await read('TY  - JOUR\nTI  - A\0title\nER  - \n')).problems).toEqual(['not-text'])
})

test('PubMed’s format: names in full, organisations, continued lines and the DOI by its mark', async () => {
  const text = `PMID- 1
OWN - NLM
DP  - 2009 Spring
TI  - A title that goes on
      in the next line.
PG  - 454-81
LID - S0000(00)0 [pii]
LID - 10.1000/x.1 [doi]
FAU - Testmann, Helene
AU  - Testmann H
CN  - Example Group
JT  - Journal of examples
VI  - 20
IP  - 4

PMID- 2
TI  - Another.
AU  - Van Short AB
DP  - 2010
`
  const { format, articles } = await read(text)
  expect(format).toBe('nbib')
  expect(articles).toMatchObject([
    {
      title: 'A title that goes on in the next line',
      authors: ['Testmann, H.', 'Example Group'],
      year: 2009,
      journal: 'Journal of examples',
      doi: '10.1000/x.1',
    },
    { title: 'Another', authors: ['Van Short, A. B.'], year: 2010 },
  ])
})

test('EndNote’s format, without its abstract', async () => {
  const text =
    '%0 Journal Article\n%A Testmann, Helene\n%D 2016\n%T A title\n%J Journal\n%V 3\n%P 1-9\n%R 10.1000/x.1\n%X Words\n'
  const { format, articles } = await read(text)
  expect(format).toBe('enw')
  expect(articles).toMatchObject([
    { title: 'A title', authors: ['Testmann, H.'], year: 2016, journal: 'Journal', doi: '10.1000/x.1' },
  ])
  expect(JSON.stringify(articles)).not.toContain('Words')
})

test.each([
  ['endnote-xml', '<?xml version="1.0"?><xml><records><record></record></records></xml>'],
  ['web-of-science', 'FN Example\nVR 1.0\nPT J\nAU Testmann, H\nTI A title\nER\nEF\n'],
  ['ovid-tagged', '<1>\nTitle\n  A title\nAuthor\n  Testmann, H.\n'],
  ['unknown-format', 'a;b\n1;2\n'],
])('a file in the format %s is named', async (problem, text) => {
  expect((await read(text, 'a.ris'.slice(0, problem === 'unknown-format' ? 1 : 5))).problems).toEqual([
    problem,
  ])
})

const word = fc.stringMatching(/^[A-ZÄØ][a-zéø]{2,12}$/)
const reference = fc.record({
  title: fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')),
  family: word,
  given: word,
  year: fc.integer({ min: 1900, max: 2200 }),
  doi: fc.stringMatching(/^10\.\d{4}\/[a-z0-9]{1,12}$/),
})

test.each(['ris', 'nbib', 'enw'] as const)('what is written as %s is read the same', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.array(reference, { minLength: 1, maxLength: 5 }), async (references) => {
      const text = references
        .map(({ title, family, given, year, doi }) => {
          const name = `${family}, ${given}`
          return {
            ris: `TY  - JOUR\nTI  - ${title}\nAU  - ${name}\nPY  - ${year}///\nDO  - ${doi}\nER  - \n`,
            nbib: `PMID- 1\nTI  - ${title}.\nFAU - ${name}\nDP  - ${year} Jan\nLID - ${doi} [doi]\n`,
            enw: `%0 Book\n%T ${title}\n%A ${name}\n%D ${year}\n%R ${doi}\n`,
          }[format]
        })
        .join('\n')
      expect((await read(text)).articles).toMatchObject(
        references.map(({ title, family, given, year, doi }) => ({
          title,
          authors: [`${family}, ${given.charAt(0)}.`],
          year,
          doi,
        })),
      )
    }),
  )
})

test.each([
  ['RIS with a million blanks', `TY  - JOUR\nTI  - ${' '.repeat(1_000_000)}a\nER  - \n`],
  ['RIS with 200,000 tags in a record', `TY  - JOUR\n${'AU  - A\n'.repeat(200_000)}`],
  ['RIS with 500,000 beginnings', 'TY  -\n'.repeat(500_000)],
  [
    'PubMed with long digits',
    `PMID- 1\nTI  - a\nDP  - ${'1'.repeat(90_000)}\nAU  - ${'A '.repeat(40_000)}\n`,
  ],
  ['EndNote with 90,000 marks', `%0 Book\n${'%A\n'.repeat(29_000)}`],
  ['RIS with addresses in each other', `TY  - JOUR\nTI  - a\nDO  - ${'doi.org/'.repeat(12_000)}\n`],
  ['BibTeX with an endless key', `@article{${'a '.repeat(45_000)}`],
  ['BibTeX with commas after an author', `@article{a, title={a}, author={b${','.repeat(90_000)}c}}`],
  ['BibTeX with 90,000 dollars', `@article{a, title={${'$^'.repeat(45_000)}}}`],
  ['BibTeX with scripts in each other', `@article{a, title={${'$^{'.repeat(22_000)}${'}'.repeat(22_000)}}}`],
  ['BibTeX with 9,000 fields', `@article{a, title={a}, ${'b={c},'.repeat(9_000)}}`],
  [
    'RIS with a long line of blanks between names',
    `TY  - JOUR\nTI  - a\nAU  - a${' '.repeat(90_000)}b\nER  - \n`,
  ],
])('fault 293: %s gives its answer within two seconds', async (_what, text) => {
  const began = process.threadCpuUsage()
  const { articles, problems } = await read(text)
  expect(articles.length + problems.length).toBeGreaterThan(0)
  expect(millisecondsSince(began)).toBeLessThan(2_000)
})

test('5,000 references of RIS are read within the limit', async () => {
  const one = ris('TI  - A title', 'AU  - Testmann, Helene', 'PY  - 2020', `AB  - ${'word '.repeat(100)}`)
  const began = process.threadCpuUsage()
  expect((await read(one.repeat(5_000))).articles).toHaveLength(5_000)
  expect(millisecondsSince(began)).toBeLessThan(10_000)
})

/** Processor time of this thread, so that other work on the computer counts for nothing. */
function millisecondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(began)
  return (user + system) / 1_000
}
