import { useState } from 'react'
import type { TFunction } from 'i18next'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClientForms } from '#shared/contract/operations/clients.ts'
import type { Client } from '#shared/records/client.ts'
import type { DeclinedForm, PlannedForm } from '#shared/records/form-plan.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { paperSizes, usualPaper } from '#shared/reports/paper-sizes.ts'
import { useAbout } from '#renderer/lib/app-context.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { useNoteOpenClient } from '#renderer/lib/open-client.ts'
import { usePaper } from '#renderer/lib/use-paper.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Page } from '#renderer/ui/page.tsx'
import { PaperForm } from './paper-form.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './paper-forms.module.css'

/**
 * Prints forms for one client to fill in by hand: any that a client can fill in. The client's own are chosen at first,
 * without those that they decline.
 */
export function PaperFormsScreen() {
  const { t } = useTranslation()
  const { clientId } = useParams({ from: '/clients/$clientId/paper' })
  const id = clientIdSchema.parse(clientId)
  useNoteOpenClient(id)
  const client = useAsk('clients.get', { id })
  const forms = useAsk('clients.forms', { id })
  const planned = useAsk('formPlans.ofClient', { clientId: id })
  return (
    <Loaded
      query={together({ client, forms, planned })}
      loading={t('paperForms.loading')}
      page={{ title: t('paperForms.action') }}
    >
      {(found) => <PaperForms client={found.client} forms={found.forms} planned={found.planned} />}
    </Loaded>
  )
}

function PaperForms({
  client: { id, code },
  forms: { instrumentIds, available },
  planned,
}: {
  client: Client
  forms: ClientForms
  planned: readonly PlannedForm[]
}) {
  const { t } = useTranslation()
  const { locale } = useAbout()
  const declinedOf = (form: string) =>
    planned.find(({ instrumentId }) => instrumentId === form)?.declined ?? null
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    instrumentIds.filter((each) => declinedOf(each) === null),
  )
  const [size, setSize] = useState(() => usualPaper(locale))
  usePaper({ title: t('paperForms.document', { code }), foot: code, size })
  const own = instrumentIds.flatMap((each) => available.find((form) => form.id === each) ?? [])
  const ordered = [...own, ...available.filter((form) => !own.includes(form))]
  const printed = ordered.filter((form) => chosen.includes(form.id))
  return (
    <Page title={t('paperForms.title', { code })}>
      <div className={joinClasses(common['choicesAndSheets'], styles['screen'])}>
        <div className={styles['choice']} data-screen-only="">
          <BackLink to="/clients/$clientId" params={{ clientId: id }}>
            {t('paperForms.back', { code })}
          </BackLink>
          <Card title={t('paperForms.choice')}>
            <p className={common['note']}>{t('paperForms.about', { code })}</p>
            <fieldset>
              <legend className={common['note']}>{t('paperForms.forms')}</legend>
              {ordered.map((form) => (
                <CheckBox
                  key={form.id}
                  label={form.title}
                  description={declinedInWords(declinedOf(form.id), t)}
                  isSelected={chosen.includes(form.id)}
                  onChange={(isChosen) =>
                    setChosen(isChosen ? [...chosen, form.id] : chosen.filter((each) => each !== form.id))
                  }
                />
              ))}
            </fieldset>
            {printed.length === 0 ? <p role="alert">{t('paperForms.none')}</p> : null}
            <ChoiceGroup
              label={t('reports.paperSize.label')}
              options={paperSizes.map((each) => ({ value: each, label: t(`reports.paperSize.${each}`) }))}
              value={size}
              onChange={(each) => each !== null && setSize(each)}
            />
            <div>
              <Button kind="primary" isDisabled={printed.length === 0} onPress={() => window.print()}>
                {t('paperForms.print')}
              </Button>
            </div>
            <p>
              <Link to="/clients/$clientId/paper/enter" params={{ clientId: id }}>
                {t('paperEntry.action')}
              </Link>
            </p>
          </Card>
        </div>
        <article aria-label={t('paperForms.preview')} className={styles['sheets']}>
          {printed.map((form) => (
            <PaperForm key={form.id} form={form} code={code} isLast={form === printed.at(-1)} />
          ))}
        </article>
      </div>
    </Page>
  )
}

function declinedInWords(declined: DeclinedForm | null, t: TFunction): string | undefined {
  return declined ? t(`formPlans.declined.${declined.by}`, { date: new Date(declined.on) }) : undefined
}
