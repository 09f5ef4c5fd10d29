import { describe, expect, it } from 'vitest'
import { packLimits, packNoteCodes, packReasonCodes, previewPack } from './index.ts'

const pages = import.meta.glob<string>('../../../../docs/packs.md', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const page = pages['../../../../docs/packs.md']!

describe('docs/packs.md', () => {
  it.each([...packReasonCodes, ...packNoteCodes])('says what %s means', (code) => {
    expect(page).toContain(`\`${code}\``)
  })

  it('shows an example that can be imported unchanged', () => {
    const [, example] = /```json\n([\s\S]*?)```/.exec(page)!
    expect(previewPack(example!)).toMatchObject({ ok: true, instrument: { id: 'calm-2' }, notes: [] })
  })

  it('states the actual limits', () => {
    const { nesting, values, members, fhirItems, bytes } = packLimits
    expect(bytes).toBe(2 ** 20)
    expect(page).toContain(
      `1 MiB, ${String(nesting)} levels, ${values.toLocaleString('en')} values, ${String(members)} entries in one list or object, ${String(fhirItems)} FHIR items`,
    )
  })
})
