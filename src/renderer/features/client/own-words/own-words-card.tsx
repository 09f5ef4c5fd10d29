import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import type { SessionSummary } from '#shared/overview/client-overview.ts'
import type { ClientId } from '#shared/records/ids.ts'
import {
  currentWording,
  mostOpenOwnWords,
  ownWordsIdSchema,
  ownWordsPlaces,
  type OwnWords,
} from '#shared/records/own-words.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted } from '#renderer/lib/drafted.tsx'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useReturnedFocus } from '#renderer/lib/use-returned-focus.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { OwnWordsItem, WordsInHistory } from './own-words-item.tsx'
import { WordsForm, wordsDraftSchema } from './words-form.tsx'
import common from '#renderer/ui/common.module.css'
import styles from '../client.module.css'

/** Goals and problems as the client puts them: to add, reword and end, with their history. */
export function OwnWordsCard({
  clientId,
  sessions,
}: {
  clientId: ClientId
  sessions: readonly Pick<SessionSummary, 'id' | 'number'>[]
}) {
  const { t } = useTranslation()
  const found = useAsk('ownWords.ofClient', { clientId })
  if (found.isError)
    return (
      <Card title={t('ownWords.title')}>
        <FailureNotice failure={found.error} onRetry={() => void found.refetch()} />
      </Card>
    )
  if (!found.data) return null
  const numberOf = (sessionId: string) => sessions.find(({ id }) => id === sessionId)?.number
  return (
    <Card title={t('ownWords.title')}>
      <Lists clientId={clientId} {...found.data} numberOf={numberOf} />
    </Card>
  )
}

function Lists({
  clientId,
  ownWords,
  place,
  numberOf,
}: OutputAt<'ownWords.ofClient'> & {
  clientId: ClientId
  numberOf: (sessionId: string) => number | undefined
}) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const [gone, setGone] = useState<Gone | null>(null)
  const end = useChange('ownWords.end')
  const remove = useChange('ownWords.remove')
  const open = ownWords.filter(({ endedOn }) => endedOn === null)
  const ended = ownWords.filter(({ endedOn }) => endedOn !== null)
  const isFull = open.length >= mostOpenOwnWords
  return (
    <>
      {open.length === 0 ? <p>{t('ownWords.lead')}</p> : null}
      {gone === null ? null : <GoneLine gone={gone} onUndone={() => setGone(null)} />}
      {open.length === 0 ? null : (
        <ul className={common['divided']}>
          {open.map((own) => (
            <li key={own.id}>
              <OwnWordsItem
                own={own}
                clientId={clientId}
                numberOf={numberOf}
                isReadOnly={isReadOnly}
                onEnd={() => end.mutate({ id: own.id }, { onSuccess: () => setGone({ how: 'ended', own }) })}
                onRemove={() =>
                  remove.mutate({ id: own.id }, { onSuccess: () => setGone({ how: 'removed', own }) })
                }
              />
            </li>
          ))}
        </ul>
      )}
      <FailureNotice failure={end.error ?? remove.error} />
      {isReadOnly ? null : isFull ? (
        <p className={common['note']}>{t('ownWords.full')}</p>
      ) : (
        <AddWords clientId={clientId} onAdded={() => setGone(null)} />
      )}
      {ended.length === 0 ? null : (
        <Disclosure title={t('ownWords.endedOnes', { count: ended.length })}>
          <ul className={common['divided']}>
            {ended.map((own) => (
              <li key={own.id}>
                <WordsInHistory own={own} numberOf={numberOf} />
                {isReadOnly || isFull ? null : <Reopen own={own} />}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {open.length === 0 || isReadOnly ? null : <Place clientId={clientId} place={place} />}
      {ownWords.length === 0 ? null : <p className={common['note']}>{t('ownWords.meaning')}</p>}
    </>
  )
}

/** The button that opens the form for another one. */
function AddWords({ clientId, onAdded }: { clientId: ClientId; onAdded: () => void }) {
  return (
    <Drafted form="own-words" subject={clientId} clientId={clientId} schema={wordsDraftSchema}>
      {(draft) => <DraftedWords clientId={clientId} draft={draft} onAdded={onAdded} />}
    </Drafted>
  )
}

function DraftedWords({
  clientId,
  draft,
  onAdded,
}: {
  clientId: ClientId
  draft: Parameters<typeof WordsForm>[0]['draft']
  onAdded: () => void
}) {
  const { t } = useTranslation()
  // A form that a lock closed comes back open.
  const [isOpen, setIsOpen] = useState(draft.found !== null)
  const [wasPressed, setWasPressed] = useState(false)
  const [id, setId] = useState(newId)
  const button = useReturnedFocus<HTMLButtonElement>(isOpen)
  const add = useChange('ownWords.add')
  const open = () => {
    setWasPressed(true)
    setIsOpen(true)
  }
  if (!isOpen)
    return (
      <div data-screen-only="">
        <Button ref={button} icon="plus" onPress={open} isExpanded={false}>
          {t('ownWords.add')}
        </Button>
      </div>
    )
  return (
    <WordsForm
      draft={draft}
      start={{ kind: 'goal', words: '' }}
      asksKind
      takesFocus={wasPressed}
      note={t('ownWords.form.wordsNote')}
      saveLabel={t('ownWords.form.add')}
      saving={add}
      onSave={(given) =>
        add.mutate(
          { id, clientId, ...given },
          {
            onSuccess: () => {
              draft.finish()
              setIsOpen(false)
              setId(newId())
              onAdded()
            },
          },
        )
      }
      onCancel={() => setIsOpen(false)}
    />
  )
}

const newId = () => ownWordsIdSchema.parse(crypto.randomUUID())

/** What was just ended or deleted. */
interface Gone {
  readonly how: 'ended' | 'removed'
  readonly own: OwnWords
}

/** Says what was ended or deleted, with an Undo that takes the focus: the button that had it is gone. */
function GoneLine({ gone, onUndone }: { gone: Gone; onUndone: () => void }) {
  const { t } = useTranslation()
  const undo = useRef<HTMLButtonElement>(null)
  const reopen = useChange('ownWords.reopen', { onSuccess: onUndone })
  const add = useChange('ownWords.add', { onSuccess: onUndone })
  const { how, own } = gone
  const { id, clientId, kind } = own
  const { words } = currentWording(own)
  useEffect(() => undo.current?.focus(), [id])
  return (
    <>
      <div className={stackClass({ direction: 'row', gap: 12, lineGap: 4, align: 'centre' })}>
        <output>{t(how === 'ended' ? 'ownWords.wasEnded' : 'ownWords.wasRemoved', { words })}</output>
        <Button
          ref={undo}
          isPending={reopen.isPending || add.isPending}
          onPress={() =>
            how === 'ended' ? reopen.mutate({ id }) : add.mutate({ id, clientId, kind, words })
          }
        >
          {t('ownWords.undo')}
        </Button>
      </div>
      <FailureNotice failure={reopen.error ?? add.error} />
    </>
  )
}

function Reopen({ own }: { own: OwnWords }) {
  const { t } = useTranslation()
  const reopen = useChange('ownWords.reopen')
  return (
    <div data-screen-only="">
      <Button kind="quiet" isPending={reopen.isPending} onPress={() => reopen.mutate({ id: own.id })}>
        {t('ownWords.reopen')}{' '}
        <VisuallyHidden>{t('ownWords.quoted', { words: currentWording(own).words })}</VisuallyHidden>
      </Button>
      <FailureNotice failure={reopen.error} />
    </div>
  )
}

/** Chooses where the client's form asks for them. */
function Place({ clientId, place }: { clientId: ClientId } & Pick<OutputAt<'ownWords.ofClient'>, 'place'>) {
  const { t } = useTranslation()
  const setPlace = useChange('ownWords.setPlace')
  return (
    <div className={styles['baseline']} data-screen-only="">
      <SelectField
        label={t('ownWords.place.label')}
        placeholder={t(`ownWords.place.${place}`)}
        options={ownWordsPlaces.map((each) => ({ value: each, label: t(`ownWords.place.${each}`) }))}
        value={place}
        onChange={(chosen) => setPlace.mutate({ clientId, place: chosen })}
      />
      <FailureNotice failure={setPlace.error} />
    </div>
  )
}
