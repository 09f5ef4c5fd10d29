import { useTranslation } from 'react-i18next'
import { codeOf, wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { NumberTaken } from './use-save-session.ts'

/** Says why a save failed and what to do; the form still has everything. */
export function SaveFailure({
  failure,
  number,
  isPending,
  onRetry,
  onSaveOver,
  onTakeNumber,
}: {
  failure: unknown
  number: number
  isPending: boolean
  onRetry: () => void
  /** Overwrites the version that somebody else saved. */
  onSaveOver: () => void
  onTakeNumber: (number: number) => void
}) {
  const { t } = useTranslation()
  const { title, advice } = wordsForFailure(t, failure)
  if (failure instanceof NumberTaken) {
    const { next } = failure
    return (
      <ErrorNotice
        title={title}
        action={
          <Button onPress={() => onTakeNumber(next)} isPending={isPending}>
            {t('logSession.save.saveAsNumber', { next })}
          </Button>
        }
      >
        {t('logSession.save.numberTaken', { number, next })}
      </ErrorNotice>
    )
  }
  const isConflict = codeOf(failure) === 'conflict'
  return (
    <ErrorNotice
      title={title}
      action={
        <Button onPress={isConflict ? onSaveOver : onRetry} isPending={isPending}>
          {isConflict ? t('logSession.save.saveOver') : t('app.tryAgain')}
        </Button>
      }
    >
      {isConflict ? t('logSession.save.conflict') : advice}
    </ErrorNotice>
  )
}
