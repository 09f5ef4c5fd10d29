import type { ArticleReason } from '../../evidence/article-problem.ts'

const count = 'number(useGrouping: true)'

/** Why a part of a summary is refused or incomplete, in a sentence that follows its place. */
export const evidenceProblems = {
  empty: 'There is nothing in the file.',
  'not-text':
    'This is not a text file. Choose one that another program exported as RIS, BibTeX, PubMed or EndNote format.',
  'lone-surrogate': 'The file holds half a character, which can’t be shown.',
  'unknown-format':
    'This is neither a summary in Attune’s format nor a list of references in RIS, BibTeX, PubMed or EndNote format. Export the references as RIS from the program they are in, and choose that file.',
  'endnote-xml':
    'This is EndNote’s XML. In EndNote, export the references again with the style “RefMan (RIS) Export”.',
  'web-of-science':
    'This is Web of Science’s own format. Export the records again there, as “RIS (other reference software)”.',
  'ovid-tagged': 'This is Ovid’s own text format. Export the records again there, with the format “RIS”.',
  'no-front-matter': 'A summary starts with its front matter, between two lines of three hyphens.',
  'no-mapping': 'The front matter has to be names with values.',
  'yaml-alias': 'Anchors and aliases are not taken. Write the value out.',
  'yaml-tag': 'Tags are not taken. Write the value as it is.',
  'duplicate-key': 'This is given twice, so it is unclear which one counts.',
  'too-deep': 'Things are nested deeper than the format has it.',
  'nothing-found': 'There is no reference in the file.',
  'unreadable-record': 'This reference can’t be read. Check its braces and quotation marks.',
  'no-title': 'This reference has no title.',
  missing: 'This is still to be filled in.',
  'unknown-field': 'The format has no such field.',
  'unknown-part': 'A summary has four parts: In brief, What was found, In practice, and Keep in mind.',
  'text-before-first-part': 'There is text before the first part.',
  'wrong-format': 'This is not written in the way the format asks for.',
  'out-of-range': 'This number is outside what is possible here.',
  'empty-text': 'The text holds nothing that can be seen.',
  'invisible-character': 'The text holds control, direction or other invisible characters.',
  'missing-not-said': 'A part of the reference is absent and not listed as missing.',
  'missing-but-there': 'A part of the reference is listed as missing although it is there.',
  'doi-not-checked':
    'Nobody has checked this DOI yet. Open it, and say that it leads to the study, or leave it out.',
  'abstract-not-read': 'The figure is said to be from the abstract, which was not read.',
  'outside-interval': 'The value lies outside its own interval, and no difference says why.',
  'interval-upside-down': 'The interval has to run from its lower to its upper end.',
  'value-needed': 'A finding has a value or a range, unless only its direction is known.',
  'value-or-range': 'A finding has either a value or a range, not both.',
  'duplicate-id': 'Another one has this id already.',
  'unknown-finding': 'No finding has this id.',
  'taken-by-shipped': 'A study that comes with Attune has this id. Give yours another.',
  inconsistent: 'This does not fit together with the rest.',
  'too-large': `This is larger than {{limit, ${count}}} bytes.`,
  'not-yaml': 'The front matter can’t be read from line {{line}}, column {{column}} on.',
  'wrong-type': 'Another kind of value is expected here ({{expected}}).',
  'not-one-of': 'This has to be one of: {{allowed}}.',
  'too-long': `This is longer than {{limit, ${count}}} characters.`,
  'too-many': `There are more than {{limit, ${count}}} entries here.`,
} as const satisfies Record<ArticleReason['code'], string>
