import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { watchForFaults } from './watch-for-faults.ts'

function watched(isPackaged: boolean) {
  const written: string[] = []
  const stderr = Object.assign(new EventEmitter(), { write: (text: string) => written.push(text) > 0 })
  const watching = Object.assign(new EventEmitter(), { stderr })
  const onFault = vi.fn()
  // Only what is watched.
  const act = watchForFaults({ process: watching as unknown as NodeJS.Process, isPackaged, onFault })
  return { watching, written, onFault, act }
}

const quoting = () => new RangeError('a sentence about a client')

test('an uncaught exception is logged by its name only, and acted on', () => {
  const { watching, written, onFault } = watched(true)
  watching.emit('uncaughtException', quoting())
  expect(written).toEqual(['attune: something failed unexpectedly (RangeError)\n'])
  expect(onFault).toHaveBeenCalledOnce()
})

test('an unhandled rejection is logged by its name only, and nothing else happens', () => {
  const { watching, written, onFault } = watched(true)
  watching.emit('unhandledRejection', quoting())
  watching.emit('unhandledRejection', 'a sentence about a client')
  expect(written.join('')).toBe(
    'attune: something failed unexpectedly (RangeError)\nattune: something failed unexpectedly (string)\n',
  )
  expect(onFault).not.toHaveBeenCalled()
})

test('a caught fault without a remedy is logged and acted on the same way', () => {
  const { written, onFault, act } = watched(true)
  act(quoting())
  expect(written).toEqual(['attune: something failed unexpectedly (RangeError)\n'])
  expect(onFault).toHaveBeenCalledOnce()
})

test('in development the stack is logged too', () => {
  const { watching, written } = watched(false)
  watching.emit('uncaughtException', quoting())
  expect(written.join('')).toContain('watch-for-faults.test.ts')
})

test('a closed terminal is not a fault', () => {
  const { watching, onFault } = watched(true)
  expect(() => watching.stderr.emit('error', new Error('EPIPE'))).not.toThrow()
  expect(onFault).not.toHaveBeenCalled()
})
