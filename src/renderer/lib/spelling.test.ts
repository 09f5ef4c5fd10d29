import i18next from 'i18next'
import { afterAll, expect, test } from 'vitest'
import type { EvidenceEntry } from '#shared/evidence/evidence-item.ts'
import { exampleArticle } from '#shared/evidence/testing/example-article.ts'
import { followComputer, startI18n } from './i18n.ts'
import { spelledEntry } from './spelling.ts'

const entry: EvidenceEntry = {
  state: 'complete',
  origin: 'shipped',
  article: exampleArticle({ caveats: ['One centre.'] }),
  marks: { isBookmarked: false, readAt: null },
  note: null,
  revision: 0,
  savedAt: null,
}

startI18n()
afterAll(() => followComputer('en-GB'))

test.each([
  ['en-US', 'One center.', 'Licenses'],
  ['en-GB', 'One centre.', 'Licences'],
])('on a computer of %s the words and the studies are spelled alike', (computer, caveat, word) => {
  followComputer(computer)
  expect(spelledEntry(entry).article.caveats).toEqual([caveat])
  expect(i18next.t('about.licences.title')).toBe(word)
})
