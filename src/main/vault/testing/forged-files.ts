import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import type { Header } from '../keys/header.ts'

/** Writes a changed copy of a header with the right checksum and, as nobody else has the key, the old seal. */
export function forgeHeader(from: string, to: string, change: object): void {
  const header = JSON.parse(readFileSync(from, 'utf8')) as object
  // Writing it down drops fields that the change takes away.
  const { checksum: _checksum, ...content } = JSON.parse(JSON.stringify({ ...header, ...change })) as Header
  const checksum = createHash('sha256').update(canonicalJson(content)).digest('base64')
  writeFileSync(to, JSON.stringify({ ...content, checksum }))
}

/** Writes a changed copy of a backup whose head has the right digest. Its seal, which needs the key, is wrong. */
export function forgeBackupHead(from: string, to: string, change: object): void {
  const file = readFileSync(from)
  const length = file.readUInt32BE(12)
  const head = JSON.parse(file.subarray(16, 16 + length).toString('utf8')) as object
  const json = Buffer.from(canonicalJson({ ...head, ...change }), 'utf8')
  const start = Buffer.concat([file.subarray(0, 16), json])
  start.writeUInt32BE(json.length, 12)
  const digest = createHash('sha256').update(start).digest()
  writeFileSync(to, Buffer.concat([start, digest, file.subarray(16 + length + 32)]))
}
