import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { watchForFaults } from './watch-for-faults.ts'

function watched(isPackaged: boolean) {
  const written: string[] = []
  const stderr = Object.assign(new EventEmitter(), { write: (text: string) => written.push(text) > 0 })
  const watching = Object.assign(new EventEmitter(), { stderr })
  const onFault = vi.fn()
  // Only what is watched is there.
  const act = watchForFaults({ process: watching as unknown as NodeJS.Process, isPackaged, onFault })
  return { watching, written, onFault, act }
}

const quoting = () => new RangeError('a sentence about a client')

test('an exception that nothing caught is noted by its name alone, and acted on', () => {
  const { watching, written, onFault } = watched(true)
  watching.emit('uncaughtException', quoting())
  expect(written).toEqual(['attune: something failed unexpectedly (RangeError)\n'])
  expect(onFault).toHaveBeenCalledOnce()
})

test('a rejection that nothing caught is noted by its name alone, and nothing more happens', () => {
  const { watching, written, onFault } = watched(true)
  watching.emit('unhandledRejection', quoting())
  watching.emit('unhandledRejection', 'a sentence about a client')
  expect(written.join('')).toBe(
    'attune: something failed unexpectedly (RangeError)\nattune: something failed unexpectedly (string)\n',
  )
  expect(onFault).not.toHaveBeenCalled()
})

test('a fault that was caught and has no cure is noted and acted on in the same way', () => {
  const { written, onFault, act } = watched(true)
  act(quoting())
  expect(written).toEqual(['attune: something failed unexpectedly (RangeError)\n'])
  expect(onFault).toHaveBeenCalledOnce()
})

test('where it is developed, the stack is written too', () => {
  const { watching, written } = watched(false)
  watching.emit('uncaughtException', quoting())
  expect(written.join('')).toContain('watch-for-faults.test.ts')
})

test('a terminal that is gone is no fault', () => {
  const { watching, onFault } = watched(true)
  expect(() => watching.stderr.emit('error', new Error('EPIPE'))).not.toThrow()
  expect(onFault).not.toHaveBeenCalled()
})
