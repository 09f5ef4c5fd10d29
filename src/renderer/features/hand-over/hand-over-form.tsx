import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HandOverForm as Form } from '#shared/contract/operations/hand-over.ts'
import { answerTo } from '#shared/instruments/response.ts'
import { longestDraftText } from '#shared/records/text.ts'
import { question } from '#renderer/lib/ask.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { AskedStep } from './asked-step.tsx'
import { ClientPage } from './client-page.tsx'
import { askedPages, canDeclineAt, questionPages } from './form-pages.ts'
import { ownWordsPages } from './own-words-pages.ts'
import { QuestionList } from './question-list.tsx'
import { useHandOverAnswers } from './use-hand-over-answers.ts'
import { WayBack } from './way-back.tsx'
import styles from './hand-over.module.css'

/** The client's form, from the welcome to the thank-you. */
export function HandOverForm({ form }: { form: Form }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { given, answer, rateOwn, decline, comment, flush, hasFailed } = useHandOverAnswers({
    answers: form.answers,
    comment: form.comment,
    ownRatings: form.ownRatings,
    declined: form.declined,
  })
  const [allPages] = useState(() => {
    const { isFirst, asked } = form.ownWords
    const [ofForms, ofOwnWords] = [questionPages(form.instruments), ownWordsPages(asked, t)]
    return isFirst ? [...ofOwnWords, ...ofForms] : [...ofForms, ...ofOwnWords]
  })
  const pages = askedPages(allPages, given.answers).filter(
    ({ instrumentId }) => instrumentId === null || !given.declined.includes(instrumentId),
  )
  // -1 is the welcome; the comment follows the questions.
  const [at, setAt] = useState(-1)
  const next = useRef<HTMLButtonElement>(null)
  const finish = useChangeBy(
    'handOver.finish',
    async (end, given: { stopped: boolean }) => {
      await flush()
      await end(given)
    },
    {
      onSuccess: () => {
        const finished = { ...form, answers: {}, comment: '', ownRatings: {}, declined: [], isFinished: true }
        queryClient.setQueryData(question('handOver.form').queryKey, finished)
      },
    },
  )

  const page = pages[at]
  const corner = (
    <>
      <WayBack label={t('handOver.wayBack.open')} kind="quiet" beforeReturn={flush} />
      {/* At any moment; a slip of the hand must not end the form. */}
      <AskedStep step="stop" onConfirmed={() => finish.mutate({ stopped: true })} />
    </>
  )
  const trouble =
    hasFailed || finish.isError ? (
      <ErrorNotice
        title={t('handOver.trouble.title')}
        action={
          <Button
            size="client"
            onPress={() => {
              if (finish.variables && finish.isError) finish.mutate(finish.variables)
              else void flush().catch(() => undefined)
            }}
          >
            {t('app.tryAgain')}
          </Button>
        }
      >
        {t('handOver.trouble.text')}
      </ErrorNotice>
    ) : null
  const back = (
    <Button size="client" icon="arrow-left" onPress={() => setAt(at - 1)}>
      {t('handOver.back')}
    </Button>
  )

  if (at === -1)
    return (
      <ClientPage
        key={at}
        title={t('handOver.welcome.title')}
        corner={corner}
        foot={
          <Button kind="primary" size="client" onPress={() => setAt(0)}>
            {t('handOver.welcome.start')}
          </Button>
        }
      >
        {trouble}
        <div className={styles['words']}>
          <p>{t('handOver.welcome.seen')}</p>
          <p>{t('handOver.welcome.stays')}</p>
          <p>{t('handOver.welcome.skip')}</p>
        </div>
      </ClientPage>
    )
  const place = t('handOver.page', { page: at + 1, pages: pages.length + 1 })
  if (page)
    return (
      <ClientPage
        key={`${at} ${page.instrumentId}`}
        title={page.instruction}
        place={place}
        corner={corner}
        foot={
          <>
            {back}
            <Button ref={next} kind="primary" size="client" onPress={() => setAt(at + 1)}>
              {t('handOver.next')}
            </Button>
          </>
        }
      >
        {trouble}
        <QuestionList
          page={page}
          valueOf={(itemId) =>
            page.instrumentId === null
              ? (given.ownRatings[itemId] ?? null)
              : answerTo(given.answers[page.instrumentId] ?? {}, itemId)
          }
          onAnswer={(itemId, value) =>
            page.instrumentId === null ? rateOwn(itemId, value) : answer(page.instrumentId, itemId, value)
          }
          // Leaving a question out takes a second press, so that it never happens by mistake.
          onDone={(isComplete) => (isComplete ? setAt(at + 1) : next.current?.focus())}
        />
        {page.instrumentId !== null && canDeclineAt(form, pages, at) ? (
          // The next form's first page takes this one's place, or the page with the comment.
          <div>
            <AskedStep
              step="decline"
              onConfirmed={() => page.instrumentId !== null && decline(page.instrumentId)}
            />
          </div>
        ) : null}
      </ClientPage>
    )
  return (
    <ClientPage
      key={at}
      title={t('handOver.comment.title')}
      place={place}
      isAsked
      corner={corner}
      foot={
        <>
          {back}
          <Button
            kind="primary"
            size="client"
            onPress={() => {
              if (!finish.isPending) finish.mutate({ stopped: false })
            }}
          >
            {t('handOver.comment.finish')}
          </Button>
        </>
      }
    >
      {trouble}
      <div className={styles['comment']}>
        <LimitedField
          size="client"
          label={t('handOver.comment.label')}
          value={given.comment}
          onChange={comment}
          limit={longestDraftText}
          rows={5}
          multiline
        />
      </div>
    </ClientPage>
  )
}
