import { readInPieces } from '../reading/read-job.ts'
import type { ConnectReader, ReaderConnection } from '../reading/reader.ts'
import { toReaderSchema } from '../reading/reader-messages.ts'

/** A reader without a process of its own: reads in this one. */
export const readHere: ConnectReader = () => {
  let pieces: AsyncGenerator<string> | null = null
  let onMessage: (raw: unknown) => void = () => undefined
  const send: ReaderConnection['send'] = (raw) => {
    const message = toReaderSchema.parse(structuredClone(raw))
    if (message.kind === 'job')
      pieces = readInPieces(message.job, (share) => onMessage({ kind: 'share', share }))
    void pieces
      ?.next()
      .then(({ value, done }) => onMessage(done === true ? { kind: 'end' } : { kind: 'piece', text: value }))
  }
  return Promise.resolve({
    send,
    listen: (listeners) => {
      onMessage = listeners.onMessage
    },
    end: () => undefined,
  })
}
