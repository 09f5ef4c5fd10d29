import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDoiCheck } from './known-dois.ts'

test('the check knows the library’s DOIs and no others', () => {
  const isKnown = createDoiCheck(join(import.meta.dirname, '../../../assets/evidence'))
  expect(isKnown('10.1037/pst0000175')).toBe(true)
  expect(isKnown('10.1080/10503307.2024.2403422')).toBe(true)
  for (const doi of ['10.1037/pst000017', '10.1037/what-the-client-said', ''])
    expect(isKnown(doi), doi).toBe(false)
})
