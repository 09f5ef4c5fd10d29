import { expect, test } from 'vitest'
import { z } from 'zod'
import { canonicalJson } from '../json/canonical-json.ts'
import { readBundle } from './bundle-json.ts'
import { bundleSchema } from './bundle.ts'

const documents = import.meta.glob<string>('../../../docs/bundle-format*', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const page = documents['../../../docs/bundle-format.md'] ?? ''
const schema = documents['../../../docs/bundle-format.schema.json'] ?? ''

test('the example of the documented format is a valid bundle', () => {
  const example = page.split('```json\n')[1]?.split('```')[0] ?? ''
  expect(readBundle(canonicalJson(JSON.parse(example)))).toMatchObject({ kind: 'read' })
})

test('the documented JSON Schema is the one of the code', () => {
  expect(JSON.parse(schema)).toEqual(z.toJSONSchema(bundleSchema))
})

test('the documented format has every field', () => {
  const documented = new Set([...page.matchAll(/`(\w+)`/g)].map(([, name]) => name))
  const fields = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, part] of Object.entries(value)) {
      if (name === 'properties' && typeof part === 'object' && part !== null)
        for (const field of Object.keys(part)) fields.add(field)
      collect(part)
    }
  }
  collect(z.toJSONSchema(bundleSchema))
  expect([...fields].filter((name) => !documented.has(name))).toEqual([])
})
