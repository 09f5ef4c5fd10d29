import { useRef, useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import type { OwnCard } from '#shared/contract/operations/contacts.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { CardForm } from './card-form.tsx'
import { CompareCard } from './compare-card.tsx'
import { RemovePerson } from './remove-person.tsx'
import { RenameForm } from './rename-form.tsx'

/** One person: whether their keys are settled, the comparison of words, their name, and removing them. */
export function ContactScreen() {
  const { t } = useTranslation()
  const { contactId } = useParams({ from: '/supervision/people/$contactId' })
  const query = together({ own: useAsk('contacts.own'), person: useAsk('contacts.get', { id: contactId }) })
  return (
    <Loaded
      query={query}
      loading={t('contacts.loading')}
      page={{ title: t('contacts.title'), width: 'narrow' }}
    >
      {({ own, person }) => <Person key={person.id} own={own} person={person} />}
    </Loaded>
  )
}

function Person({ own, person }: { own: OwnCard | null; person: OutputAt<'contacts.get'> }) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const compareTitle = useRef<HTMLHeadingElement>(null)
  const { id, name, state } = person
  const [firstName] = useState(name)
  return (
    // A new name leaves the focus in its field.
    <Page title={name} width="narrow" takesFocus={name === firstName}>
      <BackLink to="/supervision/people">{t('contacts.person.back')}</BackLink>
      {state === 'compared' ? (
        <p>{t('contacts.person.settled', { name })}</p>
      ) : (
        <Banner kind="caution" title={t(`contacts.person.unsettled.${state}.title`, { name })}>
          {t(`contacts.person.unsettled.${state}.text`, { name })}
        </Banner>
      )}
      <CompareCard person={person} own={own} titleRef={compareTitle} />
      {isReadOnly ? null : (
        <>
          <Disclosure title={t('contacts.later.title', { name })}>
            <div className={stackClass({ gap: 12 })}>
              <p>{t('contacts.later.lead')}</p>
              <CardForm contactId={id} onAdded={() => compareTitle.current?.focus()} />
            </div>
          </Disclosure>
          <Card title={t('contacts.rename.title')}>
            <RenameForm person={person} />
          </Card>
          <Card title={t('contacts.remove.title')}>
            <RemovePerson person={person} />
          </Card>
        </>
      )}
    </Page>
  )
}
