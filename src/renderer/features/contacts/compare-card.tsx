import { useEffect, useState, type Ref } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ListedContact, OwnCard } from '#shared/contract/operations/contacts.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { OwnWords } from './own-words.tsx'
import { TypedWords } from './typed-words.tsx'

/** The comparison of words with one person: the user's own to read aloud, and a field for the other's until they match. */
export function CompareCard({
  person,
  own,
  titleRef,
}: {
  person: ListedContact
  own: OwnCard | null
  titleRef: React.RefObject<HTMLHeadingElement | null>
}) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const refusing = useChange('contacts.refuseKeys')
  const [done, setDone] = useState<{ readonly how: 'same' | 'refused' } | null>(null)
  const { id, name, state } = person
  useEffect(() => {
    // The control that had the focus goes away, and so does the dialog that asked for the passphrase.
    if (done !== null) titleRef.current?.focus()
  }, [done, titleRef])
  const isOpen = state !== 'compared' && !isReadOnly
  return (
    <Card title={t('contacts.compare.title')} titleRef={titleRef satisfies Ref<HTMLHeadingElement>}>
      <div>
        <output className={common['strong']}>
          {done === null || state !== 'compared' ? null : t(`contacts.compare.${done.how}`)}
        </output>
        {done === null || state !== 'compared' ? <p>{t('contacts.compare.how', { name })}</p> : null}
      </div>
      <section className={stackClass({ gap: 12 })} aria-labelledby="words-mine">
        <h3 id="words-mine">{t('contacts.compare.mine')}</h3>
        {own === null ? (
          <p>
            {t('contacts.compare.noCard')}{' '}
            <Link to="/supervision/people">{t('contacts.compare.makeCard')}</Link>
          </p>
        ) : (
          <>
            <p className={common['note']}>{t('contacts.compare.mineAbout', { name })}</p>
            <OwnWords words={own.words} />
          </>
        )}
      </section>
      {isOpen ? (
        <section className={stackClass({ gap: 12 })} aria-labelledby="words-theirs">
          <h3 id="words-theirs">{t('contacts.compare.theirs', { name })}</h3>
          <TypedWords person={person} onSame={() => setDone({ how: 'same' })} />
        </section>
      ) : null}
      {isOpen && state === 'changed' ? (
        <div className={stackClass({ gap: 8 })}>
          <p className={common['note']}>{t('contacts.compare.refuseAbout', { name })}</p>
          <div>
            <Button
              isPending={refusing.isPending}
              onPress={() => refusing.mutate({ id }, { onSuccess: () => setDone({ how: 'refused' }) })}
            >
              {t('contacts.compare.refuse')}
            </Button>
          </div>
          <FailureNotice failure={refusing.error} />
        </div>
      ) : null}
    </Card>
  )
}
