import { useTranslation } from 'react-i18next'
import { mostClientForms } from '#shared/contract/operations/clients.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { dayOf } from '#renderer/lib/dates.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { allForms, chosenForms, isThere, isTyped, keyOf, storedForm, withSheet, type Entry } from './entry.ts'
import type { EntryAbout } from './entry-about.ts'
import { GuessNote } from './guess-note.tsx'
import { SessionField } from './session-field.tsx'
import common from '#renderer/ui/common.module.css'

/** Chooses the session and the sheets that came back. */
export function ChooseStep({
  client,
  choice,
  session,
  stored,
  entry,
  onChange,
  onNext,
}: EntryAbout & { entry: Entry; onChange: (entry: Entry) => void; onNext: () => void }) {
  const { t } = useTranslation()
  const forms = allForms(choice)
  const chosen = chosenForms(entry, choice)
  const isFull = chosen.length >= mostClientForms
  const sheet = (form: Instrument) => (
    <CheckBox
      key={keyOf(form)}
      label={t('paperEntry.choose.form', { form: form.title, version: form.version })}
      description={whatIsThere(form)}
      isSelected={chosen.includes(form)}
      isDisabled={isFull && !chosen.includes(form)}
      onChange={(isChosen) => onChange(withSheet(entry, form, isChosen))}
    />
  )
  return (
    <Page title={t('paperEntry.title', { code: client.code })} width="narrow">
      <BackLink to="/clients/$clientId" params={{ clientId: client.id }}>
        {t('paperEntry.back', { code: client.code })}
      </BackLink>
      <Card title={t('paperEntry.choose.title')}>
        <p className={common['note']}>{t('paperEntry.about')}</p>
        <SessionField clientId={client.id} sessions={choice.sessions} value={session.id} />
        <fieldset>
          <legend className={common['strong']}>{t('paperEntry.choose.forms')}</legend>
          <p className={common['note']}>{t('paperEntry.choose.version')}</p>
          {forms.filter((form) => !choice.earlier.includes(form)).map(sheet)}
          {choice.earlier.length === 0 ? null : (
            <Disclosure
              title={t('paperEntry.choose.earlier')}
              startsOpen={chosen.some((form) => choice.earlier.includes(form))}
            >
              {choice.earlier.map(sheet)}
            </Disclosure>
          )}
        </fieldset>
        {chosen.length === 0 ? <p role="alert">{t('paperEntry.choose.atLeastOne')}</p> : null}
        {isFull ? (
          <p className={common['note']}>{t('paperEntry.choose.most', { count: mostClientForms })}</p>
        ) : null}
        <GuessNote stored={stored} forms={chosen} />
        <div>
          <Button kind="primary" isDisabled={chosen.length === 0} onPress={onNext}>
            {t(isTyped(entry) ? 'paperEntry.choose.goOn' : 'paperEntry.choose.start')}
          </Button>
        </div>
      </Card>
    </Page>
  )

  function whatIsThere({ id, version }: Instrument): string | undefined {
    if (!isThere(stored, id)) return undefined
    const before = storedForm(stored, id)
    if (before === null) return t('paperEntry.choose.hidden')
    const { fromPaperAt, recordedAt, instrumentVersion } = before
    return fromPaperAt !== null && instrumentVersion === version
      ? t('paperEntry.choose.onPaper', { date: dayOf(fromPaperAt) })
      : t('paperEntry.choose.onScreen', { date: dayOf(recordedAt) })
  }
}
