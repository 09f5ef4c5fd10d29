import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ListedContact } from '#shared/contract/operations/contacts.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { SupervisionLinks } from '#renderer/parts/supervision/supervision-links.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { opensFirstLink } from '#renderer/ui/row-menu.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import common from '#renderer/ui/common.module.css'
import { CardForm } from './card-form.tsx'
import { OwnCardCard } from './own-card.tsx'
import styles from './contacts.module.css'

/** The people with whom bundles are exchanged, the user's own card, and a form that adds a person. */
export function PeopleScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const isReadOnly = useReadOnly() !== null
  const showPerson = (contactId: string) =>
    navigate({ to: '/supervision/people/$contactId', params: { contactId } })
  const query = together({ own: useAsk('contacts.own'), people: useAsk('contacts.list') })
  return (
    <Page title={t('contacts.title')} subtitle={t('contacts.subtitle')}>
      <SupervisionLinks />
      <Loaded query={query} loading={t('contacts.loading')}>
        {({ own, people }) => (
          <>
            {people.length === 0 ? <p>{t('contacts.purpose')}</p> : <PeopleList people={people} />}
            <OwnCardCard own={own} />
            {isReadOnly ? null : (
              <Card title={t('contacts.add.title')}>
                <p>{t('contacts.add.lead')}</p>
                <CardForm contactId={null} onAdded={({ id }) => void showPerson(id)} />
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function PeopleList({ people }: { people: readonly ListedContact[] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('contacts.list.title')}>
      <ul className={common['divided']}>
        {people.map(({ id, name, state, addedAt }) => (
          <li key={id} className={stackClass({ gap: 4 })} {...opensFirstLink}>
            <div className={styles['row']}>
              <Link
                className={common['codeLink']}
                to="/supervision/people/$contactId"
                params={{ contactId: id }}
              >
                {name}
              </Link>
              <Tag icon={state === 'compared' ? 'check' : 'caution'}>{t(`contacts.state.${state}`)}</Tag>
            </div>
            <p className={common['note']}>
              {state === 'new' ? t('contacts.list.settle', { name }) : null}
              {state === 'changed' ? t('contacts.list.changed', { name }) : null}
              {state === 'compared' ? t('contacts.list.added', { date: new Date(addedAt) }) : null}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
