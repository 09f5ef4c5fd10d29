import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { assertKnownAnswers } from '../keys/self-test/self-test.ts'

/** Test 2 of RFC 8032, section 7.1. */
const ed25519Answer = {
  private: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  public: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  message: '72',
  signature:
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
    '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
} as const

const words = 'a lamp in the harbour'

/** A key that is used for nothing else, and an age file of the words above for it. */
const x25519File = {
  identity: 'AGE-SECRET-KEY-15JMG5APJMMNEMTUMKMA5PRLQ5FP3NZRAWUFSRVGTUGAR8AJMLLQSVKHJ4G',
  file: [
    'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBCYkxwOVNNVmtWa3BRN2RaWFM2RFhnNnZDOFhNczlCZTdoaXUvYzJVK1I0',
    'CllPZ29KeHlZVjhNMFJtT2V3SXVoNFV6ZEFrcDFHejI1bVJkV280L1lRTncKLS0tICtrMzhPZmxYeWtYVWRJd3pGcnFSR251cVVa',
    'U3hEN2hhNm9xaktSdDlBSTgK58cPpMGcLAWT9Uu3TiExISwKzKgVVuk1XyZPXLLZp9MODalKajFadYtuof9UwYAtUgc0rw0=',
  ].join(''),
} as const

/** The same for the post-quantum key. */
const postQuantumFile = {
  identity: 'AGE-SECRET-KEY-PQ-1ZQ3SFV7GVPKS95CH57Z5T98Y56CVADD8DG5QAMXFPV8E2PJ8JSMQZTR0U5',
  file: [
    'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IG1sa2VtNzY4eDI1NTE5IHdISHMyMkN4ZVh1ZDYxallHdFN3bGxwR2lzUXFkRFA5SUxm',
    'Q0xsRHkyTUFBMys3VTBsNDJKOFo3eStGUDJmTVhSMmZ4WUptN09sK21zQzhHVHkzaDJjdGJrWlJkemx5TG9vYUdyQ0JLbUg2YlRG',
    'aUsrYUc1SDFwU2hNSFdod3FkQWxwbnBFUk0xY1F2azlKTkYvYU5RcnkwVGowcVRiWHE5cU4yL21GQTkrVitHZmhSYUl5cGo4TVlp',
    'S3BZR1p6UTZNM3BNUXNZUnZSU21MemgwQVNrMjJCTm96dk04dzFFblVzdWw4Wk8yL2prY2ZSRklXU1Q2QnJSaHhyUGpVNHpMSU5M',
    'RWFkZ2xrcGE0MGJDM3l5SVNTZFpNUi9YWmg5djgwR3JSUmVJejM5NWpwOHg5VnRGZkNZbi83bkZMZGtLWkMyUWN4NGljU2VwVzh6',
    'd2FiMXBmYjZFcENiRDVvV3YzbDhDZzNZUGZFMityWnR6ZU42VmVVa0lBS3E5UWdoUVVlRmpJb1l4UkQ1cVVBVXhPcVVaMDJ1cG1j',
    'dXd2TkhtUnU4M0FTNWlGaXBncnI3d3dGR0dxL29KOTBYQnB2Z1hIZnNTZmZGZWxpUFJ0WWp4aVNvZGJRaVpkbFBXQTBVbU1NN1ZY',
    'dXpuVEhZMGFrV2NBNlpnMVJSRkV5M2FzOC9qRkluZUhCQmpndnovVVlORkV5a3pwcHlhYld6U1JqUHNHSVBHRmJ3M3BSak40Ui90',
    'NVM2c2hqNHVma3JhM2Jza3dnemdjZGpKVzRYc1VDQ05Mbm1sdzJ5djV2d240SVNLQ1dxamhrM0NDRlo1Tm16YjZEWkJFU240aEdN',
    'aWwyNEhvMjZRRFpvWCtaQ0lsU3kyQTYvSHNEMUhBa1d0QXE0WERVUkpVd2pESmlCK1pSRlQ2cStYNWs3ZlJJRWxtUEZ3Y3JEQ0k2',
    'MkN2YVF3Z3NjNFpPWnJ1Yjh1VUxoUnZPQUJWTk1YaXprODlSL25PdjV1d2xhd2dtM2JYdStLQy90NmthSjBlRmJjdk4vMkJVSWZy',
    'SUNsWTU0QXYySzZiYjZNak9pWEg5THVWMHlSd3lodmR3TVljTGhoUFp0a0ZoT0tHblp5M3RKSHN4Y214TjZZWVBtWkNSU0hnQThN',
    'Yjcvcm55Y2ZiSDBpYjhGV2xXWExtOUQyc1BraDJOYURyQzcyMVpmQ0FpYjVmTVdTM01HQnBPdENGeHBxVzd3QUJhZnRpSk44VHhz',
    'STRuYkk2MU1qMEN6NmR6VTdHbHNFVVVwMnl0MU9hdFRJSFI4VFRMcE5lUXFZMEZnbGRsY3NjeXc3b0ZBK1pZS2g3UWk5eis4QU05',
    'OVF3Vi95WHVXZTNiTWIwa29qdTBvYmVlUVhuU3EyRUVOMk1ISmxrUVNrKzNvUEUvMkc0OU9wbXlqZHUxZzdmYnA2T05QY0xudnpJ',
    'aXUzNVJXRmZUZzhKVDVKYUJwRWFTVDREd3JXdHhUd2RrSjNHYThoMmRqQktpRGQ5azY2aW5oMC81aTVkMzdiQmxVeDRqTXYwRlhF',
    'Vm5peXMwNVBsc0EzYTNydVllK25YbGdyT2ZVYmc3TVo4QXhNcHVPeVBrMUl3bndLU3dESDBzbXVuR01MeGZxaG9UWXN6QjV3TEtS',
    'L0s2VHl4bkF1dVl3TFdyTllSOWJ4Y3VvYTdiWUhPSjdIZVBCcFBtRzFkMTRuQWFPZHNtR002SGJkSHAyZi9JYXQrSVBiM2YxM1hS',
    'ajBLTjZqZTNJcHVQcWkzKytpY3ZibFZpaXZ4dnYxZ2hoR1B4blUrbnM3cjlpMVVRdGlZT1MwTVpUbWx6eWZ5WDNNdXNvUTZlam41',
    'aEx6ek1zREs2Ukk2NTNTK3laK0ZuNEpGVXB3Q0JIV0d6ZnlwKzZoOWtkTmdHWDFmMmxtaUNsWisvQWYvSm5sZXZydTh5N1VBM1dx',
    'dG4rb3creDlBTGRPVVIycmlNN2hwMktDQVBObmRLZnpPUQpaVTA4R3lVYmRpRUoyc3RndmpNZVpmQXkvTit0T0ovRDA0ODhzRTM1',
    'NmI0Ci0tLSBEbisrQWdtc1R1cEF6NHNRbWk2aU9EK2tubDRKRFJmNmpnN2kvcnNDZlNRCmhRME6XLdS2adKq/KyBjQ1rAOJ8ebXe',
    'W6DkIMgh/ewDBk9JKxZdbQqITcs1OK/1F4hjUWCb',
  ].join(''),
} as const

interface KnownFile {
  readonly identity: string
  readonly file: string
}

async function opens(file: Uint8Array, identity: string): Promise<string | null> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return await decrypter.decrypt(file, 'text')
  } catch {
    return null
  }
}

async function opensAsKnown({ identity, file }: KnownFile): Promise<boolean> {
  const bytes = Buffer.from(file, 'base64')
  const damaged = Uint8Array.from(bytes)
  damaged.set([(bytes.at(-1) ?? 0) ^ 1], bytes.length - 1)
  return (await opens(bytes, identity)) === words && (await opens(damaged, identity)) === null
}

function signsAsKnown({
  private: d,
  public: x,
  message,
  signature,
}: Record<keyof typeof ed25519Answer, string>): boolean {
  const spelled = (hexadecimal: string) => Buffer.from(hexadecimal, 'hex').toString('base64url')
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: spelled(x) } as const
  const content = Buffer.from(message, 'hex')
  const known = Buffer.from(signature, 'hex')
  const made = sign(null, content, createPrivateKey({ key: { ...jwk, d: spelled(d) }, format: 'jwk' }))
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  return (
    made.equals(known) &&
    verify(null, content, key, known) &&
    !verify(null, Buffer.from('71', 'hex'), key, known)
  )
}

interface KnownSealing {
  readonly x25519: KnownFile
  readonly postQuantum: KnownFile
  readonly ed25519: Record<keyof typeof ed25519Answer, string>
}

const checksOf = (given: KnownSealing) => ({
  ageX25519: () => opensAsKnown(given.x25519),
  agePostQuantum: () => opensAsKnown(given.postQuantum),
  ed25519: () => signsAsKnown(given.ed25519),
})

const known: KnownSealing = { x25519: x25519File, postQuantum: postQuantumFile, ed25519: ed25519Answer }

let passed: Promise<void> | null = null

/**
 * Throws `self-test-failed` if a known file for a person does not open or a damaged one does, or if Ed25519 does not give
 * its published signature. Runs before anything is sealed or opened, once per process.
 */
export function assertSealingIsKnown(given: Partial<KnownSealing> = {}): Promise<void> {
  if (Object.keys(given).length > 0) return assertKnownAnswers(checksOf({ ...known, ...given }))
  passed ??= assertKnownAnswers(checksOf(known))
  return passed
}
