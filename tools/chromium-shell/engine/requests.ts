import { toAppAddress, toPageAddress } from './addresses.ts'
import type { CdpSession } from './cdp.ts'

/** A request a page makes, in the app's own addresses. */
export type PageRequest = {
  url: string
  method: string
  frameId: string
  isNavigation: boolean
  isRedirect: boolean
}

/** The decisions about the requests of a page. */
export type RequestPolicy = {
  /** Whether a navigation of a frame may go on. */
  allowsNavigation: (request: PageRequest) => boolean
  /** Whether a request may go on; called before it is answered. */
  allows: (request: PageRequest) => Promise<boolean>
  /** The handler that answers an address's scheme, if the app has one. */
  handlerFor: (url: string) => ((request: Request) => Response | Promise<Response>) | undefined
  /** Called before a frame gets a document of this address. */
  beforeDocument: (url: string) => Promise<void>
}

/** The address of the empty document in a new window without an address bar. */
export const placeholderAddress = 'http://window.chromium-shell.localhost/'

type Paused = {
  requestId: string
  request: {
    url: string
    urlFragment?: string
    method: string
    headers: Record<string, string>
    hasPostData?: boolean
  }
  frameId: string
  resourceType: string
  redirectedRequestId?: string
}

/** Pauses every request of a page until the policy has decided, and answers those of the app's own schemes. */
export function interceptRequests(session: CdpSession, policy: RequestPolicy): void {
  session.on('Fetch.requestPaused', (paused) => {
    answer(session, policy, paused).catch((cause: unknown) => {
      console.error(`[chromium-shell] ${toAppAddress(paused.request.url)}:`, cause)
      session.post('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' })
    })
  })
  session.post('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] })
}

async function answer(session: CdpSession, policy: RequestPolicy, paused: Paused): Promise<void> {
  const { requestId } = paused
  const request: PageRequest = {
    url: toAppAddress(`${paused.request.url}${paused.request.urlFragment ?? ''}`),
    method: paused.request.method,
    frameId: paused.frameId,
    isNavigation: paused.resourceType === 'Document',
    isRedirect: paused.redirectedRequestId !== undefined,
  }
  const fail = (errorReason: 'Aborted' | 'BlockedByClient' | 'Failed') =>
    session.post('Fetch.failRequest', { requestId, errorReason })
  const fulfil = async (response: Response): Promise<void> => {
    const responseHeaders = [...response.headers].map(([name, value]) => ({
      name,
      value: name === 'location' ? toPageAddress(value) : value,
    }))
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    session.post('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders, body })
  }

  if (request.url === placeholderAddress)
    return fulfil(new Response('', { headers: { 'content-type': 'text/html' } }))
  if (request.isNavigation && !policy.allowsNavigation(request)) return fail('Aborted')
  if (!(await policy.allows(request))) return fail('BlockedByClient')
  const handler = policy.handlerFor(request.url)
  if (handler) {
    if (paused.request.hasPostData) throw new Error('not implemented in chromium-shell: bodies of requests')
    const { method, headers } = paused.request
    const response = await handler(new Request(request.url, { method, headers }))
    if (response.type === 'error') return fail('Failed')
    if (request.isNavigation) await policy.beforeDocument(request.url)
    return fulfil(response)
  }
  if (!/^(https?|data|blob|about):/.test(paused.request.url) || request.url !== paused.request.url)
    return fail('BlockedByClient')
  if (request.isNavigation) await policy.beforeDocument(request.url)
  session.post('Fetch.continueRequest', { requestId })
}
