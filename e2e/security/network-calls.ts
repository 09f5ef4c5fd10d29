const internetSocket = /^\d+ +(connect|sendto|sendmsg|sendmmsg)\(\d+<(TCP|UDP)(v6)?:\[([^\]]*)\]/
const addresses = /(?:inet_addr\("|inet_pton\(AF_INET6?, ")([^"]+)"/g
const remoteEnd = /->\[?([0-9a-fA-F.:]+?)\]?:\d+$/

/**
 * The lines of a trace (strace with `-yy`) that send data to another computer.
 *
 * Connecting a datagram socket sends nothing, so only data sent on it count.
 */
export function callsThatLeave(lines: readonly string[]): string[] {
  return lines.filter((line) => {
    const [, name, protocol, , ends = ''] = internetSocket.exec(line) ?? []
    if (name === undefined || (name === 'connect' && protocol === 'UDP')) return false
    const named = [...line.matchAll(addresses)].map(([, address = '']) => address)
    const remote = remoteEnd.exec(ends)?.[1]
    return [...named, ...(remote === undefined ? [] : [remote])].some((address) => !isLoopback(address))
  })
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:127.')
}
