import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { longestRecoveryKeyText, recoveryKeySymbols } from '#shared/recovery-key/recovery-key.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange, useTakeStatus } from '#renderer/lib/change.ts'
import { codeOf } from '#renderer/lib/error-words.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { Door } from './door.tsx'
import { problemOf, typedGroups } from './typed-recovery-key.ts'
import { hasScreenAtUnlock, troubleOf } from './trouble-names.ts'
import { TroubleScreen } from './trouble-screen.tsx'
import { useWaitingTime } from './use-waiting-time.ts'
import { WaitingNote } from './waiting-note.tsx'
import styles from './recovery-screen.module.css'

/** Asks for the recovery key on paper. Shows a mistyped group before it tries the key. */
export function RecoveryScreen({
  onBack,
  onRestore,
}: {
  onBack: () => void
  onRestore?: (() => void) | undefined
}) {
  const { t } = useTranslation()
  const status = useAsk('vault.status')
  const [text, setText] = useState('')
  const [looked, setLooked] = useState<string | null>(null)
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const seconds = useWaitingTime()
  const open = useChange('vault.unlockWithRecoveryKey', {
    onSuccess: useTakeStatus(),
    onError: () => box.current?.focus(),
  })
  const tryIt = (): void => open.mutate({ recoveryKey: recoveryKeySymbols(text) })

  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (open.isPending || seconds > 0) return
    setLooked(text)
    if (problemOf(text) || text.length > longestRecoveryKeyText) return box.current?.focus()
    tryIt()
  }

  if (status.data?.recoveryKeySince === null) return <NoRecoveryKey onBack={onBack} onRestore={onRestore} />
  const trouble = troubleOf(open.error)
  if (open.isError && hasScreenAtUnlock.has(trouble))
    return (
      <TroubleScreen
        name={trouble}
        tryAgain={{ run: tryIt, isPending: open.isPending, isStillSo: false }}
        onRestore={onRestore}
      />
    )
  const problem = looked === text ? problemOf(text) : null
  return (
    <Door title={t('unlock.recover.title')} takesFocus={false}>
      <form className={stackClass({ gap: 16 })} onSubmit={submit} noValidate>
        <LimitedField
          label={t('unlock.recover.label')}
          description={t('unlock.recover.lead')}
          error={problem ? t(`unlock.recover.${problem.kind}`, problem.values) : undefined}
          value={text}
          onChange={setText}
          limit={longestRecoveryKeyText}
          rows={3}
          multiline
          spellCheck={false}
          takesFocus
          ref={box}
        />
        {problem && problem.groups.length > 0 ? (
          <TypedGroups groups={typedGroups(text)} wrong={problem.groups} />
        ) : null}
        {problem === null ? <FailureNotice failure={open.error} /> : null}
        <Stack direction="row" gap={12}>
          <Button
            kind="primary"
            size="large"
            type="submit"
            isPending={open.isPending}
            isDisabled={seconds > 0}
          >
            {open.isPending ? t('unlock.recover.submitting') : t('unlock.recover.submit')}
          </Button>
          <Button kind="quiet" size="large" isDisabled={open.isPending} onPress={onBack}>
            {t('unlock.recover.back')}
          </Button>
          {onRestore ? (
            <Button kind="quiet" size="large" isDisabled={open.isPending} onPress={onRestore}>
              {t('trouble.restore')}
            </Button>
          ) : null}
        </Stack>
        <WaitingNote seconds={seconds} hasWaited={codeOf(open.error) === 'wrong-recovery-key'} />
      </form>
    </Door>
  )
}

/** Says that there is no recovery key to use, and what is still possible. */
function NoRecoveryKey({ onBack, onRestore }: { onBack: () => void; onRestore?: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <Door title={t('unlock.recover.noneTitle')} width="slim">
      <p>{t('unlock.recover.none')}</p>
      <p>{t('unlock.recover.nothingChanged')}</p>
      <Stack direction="row" gap={12}>
        <Button kind="primary" size="large" onPress={onBack}>
          {t('unlock.recover.back')}
        </Button>
        {onRestore ? (
          <Button size="large" onPress={onRestore}>
            {t('trouble.restore')}
          </Button>
        ) : null}
      </Stack>
    </Door>
  )
}

/** The typed text in the groups of the paper. A sign and a word mark the groups to check. */
function TypedGroups({ groups, wrong }: { groups: readonly string[]; wrong: readonly number[] }) {
  const { t } = useTranslation()
  return (
    <div>
      <p className={styles['small']} id="typed-groups">
        {t('unlock.recover.asTyped')}
      </p>
      <ol className={styles['groups']} aria-labelledby="typed-groups">
        {groups.map((group, index) => {
          const isWrong = wrong.includes(index + 1)
          return (
            // Two groups may have the same text, so the index is the key.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className={joinClasses(styles['group'], isWrong && styles['wrong'])}>
              <span className={styles['number']}>{index + 1}</span>
              <span className={styles['characters']}>{group}</span>
              {isWrong ? (
                <span className={styles['look']}>
                  <Icon name="caution" size={16} />
                  {t('unlock.recover.look')}
                </span>
              ) : null}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
