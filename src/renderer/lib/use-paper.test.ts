import { expect, test } from 'vitest'
import { pageRule } from './use-paper.ts'

test('the foot of every page has its words and the number of the page', () => {
  const rule = pageRule({ foot: 'Fern', size: 'A4' })
  expect(rule).toContain('size: A4;')
  expect(rule).toContain('@bottom-left { content: "Fern";')
  expect(rule).toContain("counter(page) ' / ' counter(pages)")
  expect(pageRule({ foot: 'Fern', size: 'Letter' })).toContain('size: letter;')
})

test('words that look like CSS stay text', () => {
  const rule = pageRule({ foot: 'a"; } html { display: none } \\ ש', size: 'A4' })
  const [, content] = /@bottom-left \{ content: "([^"]*)";/.exec(rule) ?? []
  expect(content).toBe(
    'a\\22 \\3b \\20 \\7d \\20 html\\20 \\7b \\20 display\\3a \\20 none\\20 \\7d \\20 \\5c \\20 \\5e9 ',
  )
})
