import { expect, test } from 'vitest'
import { catalogueWords } from './catalogue-words.ts'

function written(html: string): unknown {
  const hook = catalogueWords().transformIndexHtml
  if (typeof hook !== 'object' || !('handler' in hook)) throw new Error('the page is not changed')
  // The handler uses only the page's text.
  return (hook.handler as (text: string) => unknown)(html)
}

test('the page gets its words from the catalogue', () => {
  expect(written('<h1>%unlock.unlock.title%</h1>')).toBe('<h1>Unlock Attune</h1>')
})

test.each(['%unlock.unlock%', '%unlock.nothing.here%', '%nothing%'])('%s breaks the build', (html) => {
  expect(() => written(html)).toThrow('no words')
})
