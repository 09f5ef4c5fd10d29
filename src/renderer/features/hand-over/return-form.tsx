import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { useQueryClient } from '@tanstack/react-query'
import { longestPin, shortestPin } from '#shared/passphrase/limits.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useAsk, question } from '#renderer/lib/ask.ts'
import { useChangeBy, useTakeStatus } from '#renderer/lib/change.ts'
import { codeOf, wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'

type Way = 'pin' | 'passphrase'

const isPin = (typed: string): boolean =>
  /^\d+$/.test(typed) && typed.length >= shortestPin && typed.length <= longestPin

/** Asks for the PIN if there is one with a try left, otherwise for the passphrase, which always works. */
export function ReturnForm({
  text,
  beforeReturn,
  onStay,
}: {
  text?: string | undefined
  beforeReturn?: (() => Promise<void>) | undefined
  onStay: () => void
}) {
  const { t } = useTranslation()
  const { data: status } = useAsk('vault.status')
  const [chosen, setChosen] = useState<Way | null>(null)
  const [typed, setTyped] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const { mutate, isPending, error, reset } = useReturn()

  const triesLeft = status?.pinTriesLeft ?? 0
  const canUsePin = (status?.hasPin ?? false) && triesLeft > 0
  const way: Way = canUsePin ? (chosen ?? 'pin') : 'passphrase'
  const isUsable = way === 'pin' ? isPin(typed) : typed !== ''

  const submit = async () => {
    setIsAsked(!isUsable)
    if (!isUsable || isPending) return
    // Unsaved answers must not keep the therapist out; the form has already reported the failure.
    await beforeReturn?.().catch(() => undefined)
    if (way === 'pin') mutate({ pin: typedSecret(typed) }, { onError: () => setTyped('') })
    else mutate({ passphrase: typedSecret(typed) })
  }
  const change = (next: Way): void => {
    setChosen(next)
    setTyped('')
    setIsAsked(false)
    reset()
  }

  const message = error === null ? null : wordsOf(t, error, triesLeft)
  const fieldError =
    isAsked && !isUsable
      ? way === 'pin'
        ? t('handOver.wayBack.pinLength', { least: shortestPin, most: longestPin })
        : t('handOver.wayBack.empty')
      : message?.atField
  return (
    <form
      className={stackClass({ gap: 16 })}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p>{text ?? t('handOver.wayBack.text')}</p>
      <PassphraseField
        // A new field for each proof, so that it takes the focus and starts hidden.
        key={way}
        label={t(`handOver.wayBack.${way}`)}
        purpose="current"
        isNumeric={way === 'pin'}
        value={typed}
        onChange={setTyped}
        showLabel={t('ui.passphrase.show')}
        hideLabel={t('ui.passphrase.hide')}
        error={fieldError}
        takesFocus
      />
      {canUsePin ? (
        <div>
          <Button
            kind="quiet"
            isDisabled={isPending}
            onPress={() => change(way === 'pin' ? 'passphrase' : 'pin')}
          >
            {way === 'pin' ? t('handOver.wayBack.usePassphrase') : t('handOver.wayBack.usePin')}
          </Button>
        </div>
      ) : null}
      {message?.notice ? (
        <ErrorNotice title={message.notice.title}>{message.notice.advice}</ErrorNotice>
      ) : null}
      <Stack direction="row" gap={8} justify="end">
        <Button onPress={onStay} isDisabled={isPending}>
          {t(text === undefined ? 'handOver.wayBack.cancel' : 'together.stay')}
        </Button>
        <Button kind="primary" type="submit" isPending={isPending}>
          {isPending ? t('handOver.wayBack.checking') : t('handOver.wayBack.return')}
        </Button>
      </Stack>
    </form>
  )
}

/** An error in what was typed goes to the field, any other into a notice below. */
function wordsOf(
  t: TFunction,
  failure: unknown,
  triesLeft: number,
): { atField?: string; notice?: { title: string; advice: string } } {
  const words = wordsForFailure(t, failure)
  switch (codeOf(failure)) {
    case 'wrong-passphrase':
      return { atField: `${words.title} ${words.advice}` }
    case 'wrong-pin':
    case 'pin-used-up':
      if (triesLeft === 0) return { atField: t('handOver.wayBack.pinUsedUp') }
      return { atField: t('handOver.wayBack.pinWrong', { count: triesLeft }) }
    default:
      return { notice: words }
  }
}

/** The therapist's proof for returning: PIN or passphrase. */
type Proof = { readonly passphrase: Uint8Array } | { readonly pin: Uint8Array }

/** Ends the hand-over: with the right proof, the app opens the neutral page of the session. */
function useReturn() {
  const api = useApi()
  const queryClient = useQueryClient()
  const take = useTakeStatus()
  return useChangeBy(
    'handOver.return',
    async (giveBack, proof: Proof) => {
      const { sessionId, wasSeenTogether } = await giveBack(proof)
      window.location.hash = `/log/${sessionId}/returned${wasSeenTogether ? '#together' : ''}`
      return api.vault.status()
    },
    {
      onSuccess: (status) => {
        queryClient.removeQueries(question('handOver.form'))
        queryClient.removeQueries(question('handOver.together'))
        take(status)
      },
    },
  )
}
