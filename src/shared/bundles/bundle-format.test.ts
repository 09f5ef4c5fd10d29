import { expect, test } from 'vitest'
import { z } from 'zod'
import { canonicalJson } from '../json/canonical-json.ts'
import { readBundle } from './bundle-json.ts'
import { bundleSchema } from './bundle.ts'
import { readReply, replySchema } from './reply.ts'

const documents = import.meta.glob<string>('../../../docs/{bundle,reply}-format*', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const page = documents['../../../docs/bundle-format.md'] ?? ''
const schema = documents['../../../docs/bundle-format.schema.json'] ?? ''
const replies = documents['../../../docs/reply-format.schema.json'] ?? ''

test('the example of the documented format is a valid bundle', () => {
  expect(readBundle(canonicalJson(exampleOf('attune-bundle')))).toMatchObject({ kind: 'read' })
})

test('the example of a reply is a valid reply', () => {
  expect(readReply(canonicalJson(exampleOf('attune-reply')))).toMatchObject({ kind: 'read' })
})

/** The example of a document in the page. */
function exampleOf(format: string): unknown {
  const examples = page.split('```json\n').map((part) => part.split('```')[0] ?? '')
  return JSON.parse(examples.find((text) => text.includes(`"format": "${format}"`)) ?? '')
}

test('the documented JSON Schema is the one of the code', () => {
  expect(JSON.parse(schema)).toEqual(z.toJSONSchema(bundleSchema))
  expect(JSON.parse(replies)).toEqual(z.toJSONSchema(replySchema))
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
  collect(z.toJSONSchema(replySchema))
  expect([...fields].filter((name) => !documented.has(name))).toEqual([])
})
