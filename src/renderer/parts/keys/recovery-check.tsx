import { useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/contract/result.ts'
import { longestGroupText } from '#shared/recovery-key/recovery-key.ts'
import { codeOf } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { FailureNotice } from '../../parts/failure-notice.tsx'
import { LimitedField } from '../limited-field.tsx'
import styles from './recovery-check.module.css'

/** Two groups as typed from the paper. */
export type ReadBack = [{ number: number; text: string }, { number: number; text: string }]

/** Asks for two groups of a new recovery key from the paper, while the key itself is hidden. */
export function RecoveryCheck({
  asked,
  submit,
  words,
  onShowAgain,
  aside,
}: {
  asked: readonly [number, number]
  submit: {
    readonly mutate: (given: { groups: ReadBack }, options: { onError: (failure: unknown) => void }) => void
    readonly isPending: boolean
    readonly error: unknown
  }
  /** The label of the button, if it does more than confirm. */
  words?: { readonly submit: string; readonly pending: string }
  onShowAgain: () => void
  /** Another action, beside the buttons. */
  aside?: ReactNode
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const [hasTried, setHasTried] = useState(false)
  const first = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const second = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const differs = differingGroups(submit.error)
  const isMissing = typed.map((text) => text.trim() === '')

  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (submit.isPending) return
    setHasTried(true)
    if (isMissing[0]) return first.current?.focus()
    if (isMissing[1]) return second.current?.focus()
    if (typed.some((text) => text.length > longestGroupText)) return
    submit.mutate(
      {
        groups: [
          { number: asked[0], text: typed[0] },
          { number: asked[1], text: typed[1] },
        ],
      },
      {
        onError: (failure) => {
          const wrong = differingGroups(failure)
          const box = wrong.has(1) && !wrong.has(0) ? second : first
          box.current?.focus()
        },
      },
    )
  }

  const errorOf = (index: 0 | 1): string | undefined => {
    const number = asked[index]
    if (hasTried && isMissing[index]) return t('keys.recovery.checkMissing', { number })
    return differs.has(index) ? t('keys.recovery.checkDiffers', { number }) : undefined
  }
  const isAboutGroups = differs.size > 0

  return (
    <form className={stackClass({ gap: 24 })} onSubmit={onSubmit} noValidate>
      <p>{t('keys.recovery.checkLead')}</p>
      <div className={styles['fields']}>
        <LimitedField
          label={t('keys.recovery.checkGroup', { number: asked[0] })}
          error={errorOf(0)}
          value={typed[0]}
          onChange={(text) => setTyped([text, typed[1]])}
          limit={longestGroupText}
          spellCheck={false}
          takesFocus
          ref={first}
        />
        <LimitedField
          label={t('keys.recovery.checkGroup', { number: asked[1] })}
          error={errorOf(1)}
          value={typed[1]}
          onChange={(text) => setTyped([typed[0], text])}
          limit={longestGroupText}
          spellCheck={false}
          ref={second}
        />
      </div>
      {isAboutGroups ? null : <FailureNotice failure={submit.error} />}
      <Stack direction="row" gap={12}>
        <Button kind="primary" size="large" type="submit" isPending={submit.isPending}>
          {submit.isPending
            ? (words?.pending ?? t('keys.recovery.checkPending'))
            : (words?.submit ?? t('keys.recovery.checkSubmit'))}
        </Button>
        <Button size="large" kind="quiet" onPress={onShowAgain} isDisabled={submit.isPending}>
          {t('keys.recovery.showAgain')}
        </Button>
        {aside}
      </Stack>
    </form>
  )
}

/** The groups that differ from the key, 0 or 1, by the failure's places. */
function differingGroups(failure: unknown): ReadonlySet<number> {
  if (!(failure instanceof AppError) || codeOf(failure) !== 'recovery-key-not-confirmed') return new Set()
  return new Set(failure.places.map((place) => Number(place.split('.').at(-1))))
}
