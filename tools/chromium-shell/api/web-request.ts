import type { PageRequest } from '../engine/requests.ts'
import { Guarded, notImplemented } from './guard.ts'

type BeforeRequestResponse = { cancel?: boolean; redirectURL?: string }
type BeforeRequestListener = (details: object, callback: (response: BeforeRequestResponse) => void) => void
type Filter = { urls: string[]; excludeUrls?: string[]; types?: string[] }

const resourceTypes: Record<string, string> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
}

/** `WebRequest`: lets the app look at requests before they are made, and stop them. Only `onBeforeRequest` is there. */
export class WebRequest extends Guarded {
  #listener: { filter: Filter | undefined; listener: BeforeRequestListener } | undefined
  #lastId = 0

  constructor() {
    super('webRequest')
  }

  /** Sets the one listener, for addresses that match the filter if one is given; `null` removes it. */
  onBeforeRequest(...given: [Filter, BeforeRequestListener | null] | [BeforeRequestListener | null]): void {
    const listener = given.length === 2 ? given[1] : given[0]
    const filter = given.length === 2 ? given[0] : undefined
    for (const pattern of filter?.urls ?? []) toExpression(pattern)
    this.#listener = listener === null ? undefined : { filter, listener }
  }

  /** Asks the listener, if there is one and it cares for this address; waits until it has answered. */
  beforeRequest(request: PageRequest, isMainFrame: boolean, about: object): Promise<BeforeRequestResponse> {
    const registered = this.#listener
    const isSubFrame = request.isNavigation && !isMainFrame
    const resourceType = isSubFrame ? 'subFrame' : (resourceTypes[request.resourceType] ?? 'other')
    if (!registered || !matches(registered.filter, request.url, resourceType)) return Promise.resolve({})
    const { url, method, referrer } = request
    const id = (this.#lastId += 1)
    const details = {
      id,
      url,
      method,
      referrer,
      resourceType,
      timestamp: Date.now(),
      uploadData: [],
      ...about,
    }
    return new Promise((resolve) => registered.listener(details, resolve))
  }
}

function matches(filter: Filter | undefined, url: string, resourceType: string): boolean {
  if (!filter) return true
  if (filter.types && filter.types.length > 0 && !filter.types.includes(resourceType)) return false
  if (filter.excludeUrls?.some((pattern) => toExpression(pattern).test(url))) return false
  return filter.urls.length === 0 || filter.urls.some((pattern) => toExpression(pattern).test(url))
}

/** A URL match pattern, `scheme://host/path` with asterisks, as an expression; throws on one it can't read. */
function toExpression(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^[a-z][a-z0-9+.-]*:/i
  const parts = /^(\*|[a-z][a-z0-9+.-]*):\/\/([^/]*)(\/.*)?$/i.exec(pattern)
  if (!parts) throw notImplemented(`webRequest pattern '${pattern}'`)
  const [, scheme = '*', host = '*', path = '/*'] = parts
  const literal = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  const schemePart = scheme === '*' ? '(?:https?|wss?)' : literal(scheme)
  const hostPart =
    host === '*' ? '[^/]*' : host.startsWith('*.') ? `(?:[^/]*\\.)?${literal(host.slice(2))}` : literal(host)
  return new RegExp(`^${schemePart}://${hostPart}(?::\\d+)?${literal(path)}$`, 'i')
}
