import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { electronExecutable } from '../electron-executable.ts'
import { reload } from '../reload.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { hasStrace } from '../../scripts/runtime/ensure-strace.ts'
import { callsThatLeave } from './network-calls.ts'

test('fault 54: no request leaves the process, from the start to the lock', async ({ launch }) => {
  test.skip(process.platform !== 'linux', 'system calls are watched with strace, which is for Linux')
  expect(hasStrace(), 'strace is needed: apt-get install -y strace').toBe(true)
  const folder = mkdtempSync(join(tmpdir(), 'attune-trace-'))
  const trace = join(folder, 'trace.txt')
  const watched = join(folder, 'electron')
  writeFileSync(
    watched,
    `#!/bin/sh\nexec strace -f -qq -yy -e trace=connect,sendto,sendmsg,sendmmsg -o '${trace}' '${electronExecutable()}' "$@"\n`,
  )
  chmodSync(watched, 0o755)
  try {
    const { app, page } = await launch({ executablePath: watched })
    expect(await call(page, 'vault.create', { passphrase })).toMatchObject({ ok: true })
    expect(await call(page, 'sample.load')).toMatchObject({ ok: true })
    await reload({ app, page })
    await expect(page.getByRole('navigation')).toBeVisible()
    const shell = shellPage(page)
    for (const go of [shell.toClients, shell.toEvidence, shell.toSettings, shell.toAbout]) await go()
    await askWebRtc(page, ownAddress())
    await app.close()
    const lines = readFileSync(trace, 'utf8').split('\n')
    // Proof that the trace works: it has the browser's own sockets.
    expect(lines.some((line) => line.includes('sendmsg('))).toBe(true)
    expect(callsThatLeave(lines)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** This machine's own network address; if it has none, an address reserved for documentation. */
function ownAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.2'
}

/** Tries WebRTC, the only connection of a page that neither the content policy nor the request handler sees. */
async function askWebRtc(page: Page, address: string): Promise<void> {
  await page.evaluate(async (host) => {
    const servers = [
      { urls: `stun:${host}:34780` },
      { urls: `turn:${host}:34781?transport=tcp`, username: 'note', credential: 'text' },
    ]
    const connection = new RTCPeerConnection({ iceServers: servers })
    connection.createDataChannel('out')
    await connection.setLocalDescription(await connection.createOffer())
    // Gathering begins at once; the requests to the servers follow a little later.
    await new Promise((resolve) => {
      setTimeout(resolve, 3_000)
    })
    connection.close()
  }, address)
}

test('the trace distinguishes a call that leaves the computer from one that stays', () => {
  const leaving = [
    '12 connect(5<TCP:[9]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.7")}, 16) = -1 EINPROGRESS',
    '12 connect(5<TCPv6:[9]>, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr)}, 28) = 0',
    '12 sendto(7<UDP:[10.0.0.2:4444->192.0.2.53:53]>, "x", 1, 0, NULL, 0) = 1',
    '12 sendto(7<UDP:[9]>, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.53")}, 16) = 1',
  ]
  const staying = [
    '12 connect(5<TCP:[9]>, {sa_family=AF_INET, sin_port=htons(9222), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
    '12 connect(5<UNIX-STREAM:[9]>, {sa_family=AF_UNIX, sun_path="/run/x"}, 110) = 0',
    '12 sendto(7<TCP:[127.0.0.1:1->127.0.0.1:2]>, "x", 1, 0, NULL, 0) = 1',
    // Chromium asks the kernel whether there is a route; connecting a datagram socket sends nothing.
    '12 connect(22<UDPv6:[9]>, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr)}, 28) = 0',
    '12 sendmsg(3<UNIX-STREAM:[9->8]>, {msg_iov=[{iov_base="192.0.2.7", iov_len=9}]}, 0) = 9',
  ]
  expect(callsThatLeave(leaving)).toEqual(leaving)
  expect(callsThatLeave(staying)).toEqual([])
})
