import { screen } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { typedText } from '#renderer/testing/typed-text.ts'
import { AppError } from '#shared/contract/result.ts'
import type { Handlers } from '#shared/contract/contract.ts'

export const deskPassphrase = 'quiet harbour seven lamps'

/** The vault's side of a proof in a test: gives one for the right passphrase, and takes it once. */
export function fakeProofs() {
  let given: { path: string; proof: string } | null = null
  const prove: Handlers<'vault'>['keys']['prove'] = ({ path, secret }) => {
    if (secret.kind === 'recovery-key') throw new AppError('wrong-recovery-key')
    if (typedText(secret.passphrase) !== deskPassphrase) throw new AppError('wrong-passphrase')
    given = { path, proof: crypto.randomUUID() }
    return { proof: given.proof }
  }
  return {
    prove,
    take: (path: string, proof: string): boolean => {
      const found = given
      given = null
      return found?.path === path && found.proof === proof
    },
  }
}

/** Types the passphrase that a dialog asks for, and goes on. */
export async function typeProof(user: UserEvent, passphrase = deskPassphrase): Promise<void> {
  await user.click(await screen.findByLabelText('Your passphrase'))
  await user.paste(passphrase)
  await user.click(screen.getByRole('button', { name: 'Go on' }))
}
