import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { question as questionOf } from '#renderer/lib/ask.ts'
import { handOver, passphrase, press, sessionId } from './testing/open-hand-over.ts'

afterEach(cleanup)

describe('returning to the therapist', () => {
  test('needs the right passphrase and opens the neutral page', async () => {
    const { user, queryClient } = await handOver({ isFinished: true })
    await press('I am the therapist')
    await user.type(screen.getByLabelText('Your passphrase'), 'a wrong guess{Enter}')
    expect(await screen.findByText(/This passphrase doesn’t match/)).toBeTruthy()
    expect(queryClient.getQueryData(questionOf('vault.status').queryKey)).toMatchObject({ state: 'handOver' })
    await user.clear(screen.getByLabelText('Your passphrase'))
    await user.type(screen.getByLabelText('Your passphrase'), `${passphrase}{Enter}`)
    await waitFor(() =>
      expect(queryClient.getQueryData(questionOf('vault.status').queryKey)).toMatchObject({ state: 'open' }),
    )
    expect(window.location.hash).toBe(`#/log/${sessionId}/returned`)
  })

  test('is possible in the middle of the form too, and saves the last answer', async () => {
    const { user, given } = await handOver()
    await press('Start')
    await user.click(screen.getAllByRole('radio', { name: '9 out of 10' })[0]!)
    await press('For the therapist')
    await user.type(screen.getByLabelText('Your passphrase'), `${passphrase}{Enter}`)
    await waitFor(() => expect(given().answers['attune-alliance-client']?.['goals']?.value).toBe(9))
  })

  test('asks for a passphrase before it checks one', async () => {
    const { user } = await handOver({ isFinished: true })
    await press('I am the therapist')
    await user.keyboard('{Enter}')
    expect(await screen.findByText('Enter your passphrase.')).toBeTruthy()
  })
})

describe('returning by PIN', () => {
  const pinBox = () => screen.findByLabelText<HTMLInputElement>('Your PIN')

  test('comes first if there is a PIN, and opens the neutral page', async () => {
    const { user, queryClient } = await handOver({ isFinished: true, pin: '2718' })
    await press('I am the therapist')
    expect(await pinBox()).toBe(document.activeElement)
    await user.keyboard('2718{Enter}')
    await waitFor(() =>
      expect(queryClient.getQueryData(questionOf('vault.status').queryKey)).toMatchObject({ state: 'open' }),
    )
  })

  test('says how many tries are left, and after the last one takes only the passphrase', async () => {
    const { user, queryClient } = await handOver({ isFinished: true, pin: '2718' })
    await press('I am the therapist')
    await user.type(await pinBox(), '1111{Enter}')
    expect(await screen.findByText(/There are 2 tries left/)).toBeTruthy()
    expect((await pinBox()).value).toBe('')
    await user.type(await pinBox(), '2222{Enter}')
    expect(await screen.findByText(/There is one try left/)).toBeTruthy()
    await user.type(await pinBox(), '3333{Enter}')
    expect(await screen.findByText(/wrong three times/)).toBeTruthy()
    expect(screen.queryByLabelText('Your PIN')).toBeNull()
    expect(screen.queryByRole('button', { name: /Use the PIN/ })).toBeNull()
    await user.type(screen.getByLabelText('Your passphrase'), `${passphrase}{Enter}`)
    await waitFor(() =>
      expect(queryClient.getQueryData(questionOf('vault.status').queryKey)).toMatchObject({ state: 'open' }),
    )
  })

  test('does not count a try that cannot be a PIN', async () => {
    const { user } = await handOver({ isFinished: true, pin: '2718' })
    await press('I am the therapist')
    await user.type(await pinBox(), '27a{Enter}')
    expect(await screen.findByText('Enter your PIN: 4 to 8 digits.')).toBeTruthy()
    await user.clear(await pinBox())
    await user.type(await pinBox(), '1111{Enter}')
    expect(await screen.findByText(/There are 2 tries left/)).toBeTruthy()
  })

  test('can be exchanged for the passphrase at any time', async () => {
    const { user, queryClient } = await handOver({ isFinished: true, pin: '2718' })
    await press('I am the therapist')
    await user.click(await screen.findByRole('button', { name: 'Use the passphrase instead' }))
    expect(await screen.findByLabelText('Your passphrase')).toBe(document.activeElement)
    await user.keyboard(`${passphrase}{Enter}`)
    await waitFor(() =>
      expect(queryClient.getQueryData(questionOf('vault.status').queryKey)).toMatchObject({ state: 'open' }),
    )
  })
})
