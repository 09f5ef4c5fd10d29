import { useEffect, type RefObject } from 'react'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { ReadingFile, useGiveUpOnLeaving } from './reading-file.tsx'

/**
 * Asks for a file that is opened, shown, and taken in only on confirmation. When the user leaves the screen, reading is
 * given up, and the vault forgets what it opened.
 */
export function FileToOpen({
  about,
  chooseLabel,
  name,
  look,
  button,
  onChoose,
  forget,
}: {
  about: string
  chooseLabel: string
  /** The name of the chosen file; empty until one is chosen. */
  name: string
  look: { readonly isPending: boolean; readonly error: unknown }
  /** The button that chooses a file, for the focus. */
  button: RefObject<HTMLButtonElement | null>
  onChoose: () => void
  forget: () => Promise<unknown>
}) {
  const isReading = look.isPending && name !== ''
  useGiveUpOnLeaving(isReading)
  useEffect(
    () => () => {
      // Locked meanwhile, the vault process has forgotten it itself.
      void forget().catch(() => undefined)
    },
    [forget],
  )
  return (
    <Card>
      <p>{about}</p>
      <div>
        <Button ref={button} isPending={look.isPending} onPress={onChoose}>
          {chooseLabel}
        </Button>
      </div>
      {isReading ? <ReadingFile name={name} onCancel={() => button.current?.focus()} /> : null}
      <FailureNotice failure={look.error} />
    </Card>
  )
}
