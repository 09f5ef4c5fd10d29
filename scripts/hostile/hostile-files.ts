/** A file made to be slow, large or confusing to read. */
export interface HostileFile {
  readonly name: string
  readonly kind: 'records' | 'pack'
  readonly text: string
}

const mostBytes = 4_194_304
const packBytes = 1_048_576
const frontMatterLength = 390_000

const filled = (part: string, length: number): string => part.repeat(Math.floor(length / part.length))
const numbered = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('')
/** Ten summaries of the same front matter: as much as a file may hold. */
const summaries = (frontMatter: string): string => `---\n${frontMatter}\n---\n`.repeat(10)
const body = (text: string): string => `---\nid: a\ntitle: T\n---\n## In brief\n${text}\n`
const article = (fields: string, index = 0): string =>
  `@article{key${index}, title = {T${index}}, ${fields}}\n`
const work = (lines: string): string => `TY  - JOUR\nTI  - T\n${lines}ER  - \n`
const doubling = (levels: number): string =>
  `@string{s0 = "abcdefghij"}\n${numbered(levels, (level) => `@string{s${level + 1} = s${level} # s${level}}\n`)}`

const markdown: Record<string, () => string> = {
  'a run of spaces': () => body(`a${' '.repeat(300_000)}b`),
  'spaces to the limit': () => body(`a${' '.repeat(mostBytes - 100)}b`),
  'blank lines': () => body(filled('\n b \n', mostBytes - 100)),
  'paragraphs of one letter': () => body(filled('b\n\n', mostBytes - 100)),
  headings: () => `---\nid: a\ntitle: T\n---\n${filled('## a\n', mostBytes - 100)}`,
  'combining marks': () => `---\nid: a\ntitle: ${filled('a\u0301\u0302', 15_000)}\n---\n`,
  'spaces before the first fence': () => `${' '.repeat(mostBytes - 100)}---`,
  fences: () => filled('---\n', mostBytes),
  '44,000 names': () => `---\n${numbered(44_000, (index) => `a${index}:\n`)}---\n`,
  'names in ten mappings': () => summaries(numbered(30_000, (index) => `a${index}: 1\n`)),
  'names in ten flow mappings': () => summaries(`{${numbered(30_000, (index) => `a${index}: 1, `)}}`),
  '200,000 brackets': () => `---\nsample: ${'['.repeat(200_000)}\n---\n`,
  'brackets in ten summaries': () => summaries(`sample: ${filled('[', frontMatterLength)}`),
  'closing brackets': () => summaries(filled(']', frontMatterLength)),
  'empty entries': () => summaries(`sample: [${filled(',', frontMatterLength)}`),
  'entries of one letter': () => summaries(`authors: [${filled('a,', frontMatterLength)}]`),
  'pairs in a list': () => summaries(`authors: [${filled('a: b,', frontMatterLength)}]`),
  'nested dashes': () => summaries(filled('- ', frontMatterLength)),
  'question marks': () => summaries(filled('? ', frontMatterLength)),
  'empty names': () => summaries(filled('? \n', frontMatterLength)),
  'quotation marks': () => summaries(filled('"', frontMatterLength)),
  'unknown escapes': () => summaries(`a: "${filled('\\q', frontMatterLength)}"`),
  aliases: () => summaries(`x: &a a\nb: [${filled('*a,', frontMatterLength)}]`),
  anchors: () => summaries(`a: ${filled('&a ', frontMatterLength)}b`),
  comments: () => summaries(filled('# x\n', frontMatterLength)),
  'lines of a quoted text': () => summaries(`a: "${filled('x\n  ', frontMatterLength)}"`),
  'documents in a document': () => summaries(filled('a: b\n...\n', frontMatterLength)),
}

const references: Record<string, () => string> = {
  '5,000 honest works': () =>
    numbered(5_000, (index) => `TY  - JOUR\nAU  - Doe, J.\nPY  - 2000\nTI  - Study ${index}\nER  - \n\n`),
  '5,000 long works': () =>
    numbered(5_000, (index) =>
      work(`AU  - Doe, J.\nAB  - ${'word '.repeat(150)}\nPY  - ${1900 + (index % 300)}\n`),
    ),
  '40 works of 8,900 authors': () => work(filled('AU  - a, b\n', 99_000)).repeat(40),
  '40 works of keywords': () => work(filled('KW  - a\n', 99_000)).repeat(40),
  'lines without a tag': () => work(filled('x\n', 99_000)).repeat(40),
  'tags within values': () => work(`T2  - ${filled('  -', 99_000)}\n`).repeat(40),
  'abbreviations that double': () =>
    doubling(40) + numbered(40, (index) => `@article{a${index}, title = s40}\n`),
  'abbreviations that are repeated': () =>
    doubling(10) + numbered(200, (index) => article(`note = ${filled('s10 # ', 18_000)}s10`, index)),
  '20 KB of abbreviations before 4,000 references': () =>
    numbered(800, (index) => `@string{abbr${index} = "Journ ${index}"}\n`) +
    numbered(4_000, (index) => article(`journal = abbr${index % 800}`, index)),
  'long abbreviations in 5,000 references': () =>
    `@string{s = "${'a'.repeat(19_000)}"}\n${numbered(5_000, (index) => article('journal = s', index))}`,
  'opening braces': () => numbered(40, () => `@article{a, title={${filled('{', 99_000)}}\n`),
  'nested braces': () =>
    numbered(40, () => `@article{a, title={${filled('{', 20_000)}${filled('}', 20_000)}}}\n`),
  'nested commands': () =>
    numbered(40, () => `@article{a, title={${filled('\\textit{', 60_000)}${filled('}', 7_500)}}}\n`),
  'names of people': () =>
    numbered(40, (index) => article(`author={${filled('Ab Cd and ', 99_000)}b}`, index)),
  'words of one name': () => numbered(40, (index) => article(`author={${filled('a ', 99_000)}b}`, index)),
  'accents and maths': () =>
    numbered(40, (index) => article(`note={${filled("$a_1^2$ \\'e \\& ", 99_000)}}`, index)),
  'entries without an end': () => filled('@a{', mostBytes),
  'TeX without an end': () =>
    numbered(40, (index) => `@article{a${index}, title = {${filled('$^{\\textsuperscript{', 90_000)}\n`),
  'scripts in maths': () =>
    numbered(40, (index) => `@article{a${index}, title = {${filled('$a^b_c$\\,', 99_000)}}}\n`),
  'fields in a row': () =>
    numbered(40, (index) => `@article{a${index}, title = {T}, ${filled('b={c},', 99_000)}}\n`),
  'authors without an end': () =>
    numbered(40, (index) => `@article{a${index}, title={T}, author={${filled(',; and ', 99_000)}}}\n`),
  'spaces after an entry’s name': () => `@article${' '.repeat(mostBytes - 100)}`,
}

const choice = (index: number, answers: string): string =>
  `{"linkId":"i${index}","text":"T","type":"choice",${answers}}`
const questionnaire = (items: string, more = ''): string =>
  `{"resourceType":"Questionnaire","status":"active","title":"T"${more},"item":[${items}]}`
const listed = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(',')
const concept = (index: number): string =>
  `{"code":"c","display":"D","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":${index}}]}`
const contained = (concepts: number): string =>
  `,"contained":[{"resourceType":"ValueSet","id":"v","compose":{"include":[{"concept":[${listed(concepts, concept)}]}]}}]`

const dictionary = (rows: string): string =>
  `field_name,form_name,field_type,field_label,select_choices_or_calculations\n${rows}`

const packs: Record<string, () => string> = {
  '100,000 levels': () => '['.repeat(100_000),
  'a text of a megabyte': () => `{"id":"${'a'.repeat(packBytes - 20)}"}`,
  'numbers beyond all counting': () => `{"id":"a","items":[${listed(1_900, () => '1e999')}]}`,
  '1,999 equal ids': () => `{"id":"a","items":[${listed(1_999, () => '{"id":"x","text":"T"}')}],"scales":[]}`,
  '19,000 wrong values': () => `{"id":"a","items":[${listed(19, () => `[${listed(990, () => 'true')}]`)}]}`,
  'words that begin like a risk': () =>
    `{"id":"a","version":1,"items":[${listed(200, (index) => `{"id":"i${index}","text":"${filled('cut', 1_990)}"}`)}],"scales":[]}`,
  '1,000 questions that share 1,000 answers': () =>
    questionnaire(
      listed(990, (index) => choice(index, '"answerValueSet":"#v"')),
      contained(1_000),
    ),
  '1,000 questions that share one value set': () =>
    questionnaire(
      listed(990, (index) => choice(index, '"answerValueSet":"#v"')),
      contained(100),
    ),
  'a dictionary of 70,000 fields': () => dictionary(filled('a,f,radio,A,"0, N | 1, Y"\n', packBytes - 100)),
  'a dictionary of one field with 300,000 choices': () =>
    dictionary(`a,f,radio,A,"${filled('0,|', packBytes - 200)}"\n`),
  'a dictionary with a million tags': () =>
    dictionary(`a,f,radio,${filled('<a', packBytes - 200)},"0, N | 1, Y"\n`),
  'a dictionary of quotation marks': () => dictionary(filled('"', packBytes - 100)),
  'a dictionary of separators': () => dictionary(filled(',', packBytes - 100)),
  'a dictionary of 1,000 wrong sliders': () => dictionary(filled('a,f,slider,<script>,\n', 20_000)),
  'groups within groups': () =>
    questionnaire(
      `${'{"linkId":"g","type":"group","item":['.repeat(14)}${choice(1, '"answerOption":[]')}${']}'.repeat(14)}`,
    ),
}

const of = (kind: HostileFile['kind'], files: Record<string, () => string>, group: string): HostileFile[] =>
  Object.entries(files).map(([name, write]) => ({ name: `${group}: ${name}`, kind, text: write() }))

/** Every hostile file, one after the other, so that only one of them is in memory. */
export function hostileFiles(): HostileFile[] {
  return [
    ...of('records', markdown, 'Markdown'),
    ...of('records', references, 'references'),
    ...of('pack', packs, 'pack'),
  ]
}
