import { guarded } from './guard.ts'
import { livingUtilities } from './registry.ts'

/**
 * The processes of the app: the main one and its utility processes, with id, kind, names and start in milliseconds
 * since 1970. Chromium's own and what processes use of processor and memory are not known here; asking for it throws.
 */
export function processMetrics(): object[] {
  const startedAt = Date.now() - process.uptime() * 1000
  // Only utility processes have names in Electron too.
  const unnamed = { serviceName: undefined, name: undefined }
  const main = { pid: process.pid, type: 'Browser', ...unnamed, creationTime: startedAt }
  const utilities = [...livingUtilities].map(({ pid, name, creationTime }) => ({
    pid,
    type: 'Utility',
    serviceName: nodeServiceName,
    name,
    creationTime,
  }))
  return [main, ...utilities].map((metric) => guarded('ProcessMetric', metric))
}

/** What Chromium calls the service that every utility process of an app is; the app's own name for it is beside it. */
export const nodeServiceName = 'node.mojom.NodeService'
