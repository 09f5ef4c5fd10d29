import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientId } from '#shared/records/ids.ts'
import { currentWording, type OwnWords, type Wording } from '#shared/records/own-words.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted } from '#renderer/lib/drafted.tsx'
import { useReturnedFocus } from '#renderer/lib/use-returned-focus.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { WordsForm, wordsDraftSchema } from './words-form.tsx'
import common from '#renderer/ui/common.module.css'

/** The number of a session by its id. */
type NumberOf = (sessionId: string) => number | undefined

/** One goal or problem: the current words, its history, and what can be done with it. */
export function OwnWordsItem({
  own,
  clientId,
  numberOf,
  isReadOnly,
  onEnd,
  onRemove,
}: {
  own: OwnWords
  clientId: ClientId
  numberOf: NumberOf
  isReadOnly: boolean
  onEnd: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const current = currentWording(own)
  const isRated = own.wordings.some(({ ratings }) => ratings.length > 0)
  const name = <VisuallyHidden>{t('ownWords.quoted', { words: current.words })}</VisuallyHidden>
  return (
    <Stack gap={8}>
      <WordsInHistory own={own} numberOf={numberOf} />
      {isReadOnly ? null : (
        <Reworded own={own} clientId={clientId} name={name}>
          <Button kind="quiet" onPress={onEnd}>
            {t('ownWords.end')} {name}
          </Button>
          {isRated ? null : (
            <Button kind="quiet" onPress={onRemove}>
              {t('ownWords.remove')} {name}
            </Button>
          )}
        </Reworded>
      )}
    </Stack>
  )
}

/** The words with since when they are so, what they were rated, and the wordings before. */
export function WordsInHistory({ own, numberOf }: { own: OwnWords; numberOf: NumberOf }) {
  const { t } = useTranslation()
  const { kind, endedOn, wordings } = own
  const current = currentWording(own)
  const ratings = (wording: Wording): string => {
    const last = wording.ratings.at(-1)
    if (last === undefined) return t('ownWords.notRated')
    return t('ownWords.ratings', {
      count: new Set(wording.ratings.map(({ sessionId }) => sessionId)).size,
      value: last.value,
      session: numberOf(last.sessionId) ?? '–',
    })
  }
  const facts = [
    t('ownWords.since', { date: new Date(current.since) }),
    ...(endedOn === null ? [] : [t('ownWords.ended', { date: new Date(endedOn) })]),
    ratings(current),
  ]
  return (
    <div>
      <Stack direction="row" gap={8} lineGap={4} align="baseline">
        <Tag>{t(`ownWords.kind.${kind}`)}</Tag>
        <q className={common['typedText']} dir="auto">
          {current.words}
        </q>
      </Stack>
      <p className={common['note']}>{facts.join(' · ')}</p>
      {wordings
        .slice(0, -1)
        .toReversed()
        .map((wording) => (
          <p key={wording.id} className={common['note']}>
            {t('ownWords.earlier', {
              date: new Date(wording.since),
              words: wording.words,
              ratings: ratings(wording),
            })}
          </p>
        ))}
    </div>
  )
}

/** The button that opens the form for other words, beside the other buttons. The focus comes back to it. */
function Reworded({
  own,
  clientId,
  name,
  children,
}: {
  own: OwnWords
  clientId: ClientId
  name: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const button = useReturnedFocus<HTMLButtonElement>(isOpen)
  const reword = useChange('ownWords.reword')
  const { kind, id } = own
  const { words, ratings } = currentWording(own)
  if (!isOpen)
    return (
      <div data-screen-only="">
        <Stack direction="row" gap={8} lineGap={8}>
          <Button ref={button} kind="quiet" onPress={() => setIsOpen(true)} isExpanded={false}>
            {t('ownWords.reword')} {name}
          </Button>
          {children}
        </Stack>
      </div>
    )
  return (
    <Drafted form="own-rewording" subject={id} clientId={clientId} schema={wordsDraftSchema}>
      {(draft) => (
        <WordsForm
          draft={draft}
          start={{ kind, words }}
          asksKind={false}
          takesFocus
          note={t(ratings.length > 0 ? 'ownWords.form.rewordNote' : 'ownWords.form.replaceNote')}
          saveLabel={t('ownWords.form.save')}
          saving={reword}
          onSave={(given) =>
            reword.mutate(
              { id, words: given.words },
              {
                onSuccess: () => {
                  draft.finish()
                  setIsOpen(false)
                },
              },
            )
          }
          onCancel={() => setIsOpen(false)}
        />
      )}
    </Drafted>
  )
}
