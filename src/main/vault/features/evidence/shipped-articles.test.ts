import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseArticle } from './parse-article.ts'

const folder = join(import.meta.dirname, '../../../../../assets/evidence')
const files = readdirSync(folder).filter((name) => name.endsWith('.md'))

describe('the summaries that ship', () => {
  it.each(files)('%s keeps to the format', (name) => {
    const parsed = parseArticle(readFileSync(join(folder, name), 'utf8'))
    expect(parsed.ok ? [] : parsed.problems).toEqual([])
  })
})
