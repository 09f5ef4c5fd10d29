import { mostFindings, type AuditCheck, type AuditFinding } from '#shared/audit/audit-check.ts'
import { noHash, type AuditEntry } from '#shared/audit/audit-entry.ts'
import { hashOf, type AuditHead, type AuditRepository, type StoredAuditEntry } from './audit.repository.ts'

/** Entries checked in one go, about 10 ms, so other requests don't have to wait. */
const chunk = 1_000

/**
 * Checks the whole log and reports where it was altered.
 *
 * `anchor` is the count and last hash that the sealed header recorded when the vault was last closed. Without it, a log
 * that was cut off or rewritten with matching hashes would look whole. Yields between chunks. Returns null once
 * `isWanted` is false.
 */
export async function checkAuditLog(
  log: Pick<AuditRepository, 'after'>,
  anchor: AuditHead | null,
  { now, rest, isWanted }: { now: () => Date; rest: () => Promise<unknown>; isWanted: () => boolean },
): Promise<AuditCheck | null> {
  const chain = followChain(anchor)
  for (;;) {
    if (!isWanted()) return null
    const rows = log.after(chain.last(), chunk)
    for (const row of rows) chain.add(row)
    if (rows.length < chunk) break
    await rest()
  }
  return { checkedAt: now().toISOString(), ...chain.end() }
}

function followChain(anchor: AuditHead | null) {
  const findings: AuditFinding[] = []
  let entries = 0
  let last = 0
  let lastHash = noHash
  let isAnchorMet = anchor === null || anchor.count === 0

  const find = (kind: AuditFinding['kind'], from: number, to: number): void => {
    findings.push({ kind, from, to })
  }

  return {
    last: () => last,
    add: (row: StoredAuditEntry): void => {
      const { sequence } = row
      if (sequence > last + 1) find('missing', last + 1, sequence - 1)
      else if (row.previous !== lastHash) find('broken', sequence, sequence)
      if (hashOf(asEntry(row)) !== row.hash) find('changed', sequence, sequence)
      if (anchor?.count === sequence) {
        isAnchorMet = true
        if (row.hash !== anchor.hash) find('replaced', 1, sequence)
      }
      entries += 1
      last = sequence
      lastHash = row.hash
    },
    end: (): Omit<AuditCheck, 'checkedAt'> => {
      if (anchor !== null && anchor.count > last) find('cut-off', last + 1, anchor.count)
      // The anchor's own entry is gone, but later ones exist: `missing` above already reports it.
      const anchored = anchor !== null && isAnchorMet && anchor.count <= last ? anchor.count : 0
      return { entries, anchored, findings: findings.slice(0, mostFindings), found: findings.length }
    },
  }
}

/** A tampered row may not be a valid entry; its hash is computed from the stored values anyway. */
function asEntry(row: StoredAuditEntry): Omit<AuditEntry, 'hash'> {
  return row as Omit<AuditEntry, 'hash'>
}
