import { expect, test } from 'vitest'
import type { CommandId } from '#shared/commands/commands.ts'
import type { ClientListItem } from '#shared/contract/operations/clients.ts'
import { clientSchema, type Client } from '#shared/records/client.ts'
import { commands as names } from '#shared/i18n/en/app.ts'
import { client } from '#renderer/features/log-session/testing/fake-vault.ts'
import { goToTargets } from './go-to-targets.ts'

const listed = (code: string, status: Client['status'] = 'active'): ClientListItem => ({
  client: clientSchema.parse({ ...client, id: crypto.randomUUID(), code, status }),
  sessionCount: 3,
  lastHeldOn: null,
  nextPlannedOn: null,
})

const nameOf = (command: CommandId) => names[command]
const found = (clients: readonly ClientListItem[], text: string) =>
  goToTargets(clients, text, nameOf).map((target) =>
    target.kind === 'client' ? target.client.code : target.command,
  )

test('codes that begin with the letters come first, ended therapies after the others, then commands', () => {
  const clients = [listed('Pin 1', 'ended'), listed('Copine'), listed('Pin 10'), listed('Pin 2')]
  expect(found(clients, 'PIN')).toEqual(['Pin 2', 'Pin 10', 'Pin 1', 'Copine'])
  expect(found(clients, 'pr')).toEqual(['print', 'go-practice'])
})

test('without letters it lists the commands alone, but not itself', () => {
  const all = found([listed('Pine')], ' ')
  expect(all).toContain('log-session')
  expect(all).not.toContain('go-to')
  expect(all).not.toContain('Pine')
})

test('of many clients the first twelve are offered', () => {
  const many = Array.from({ length: 300 }, (_, index) => listed(`Reed ${index + 1}`))
  expect(found(many, 'reed')).toHaveLength(12)
})
