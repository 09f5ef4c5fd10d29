import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contactNameSchema } from '#shared/bundles/contact.ts'
import type { ListedContact } from '#shared/contract/operations/contacts.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { NameField } from './name-field.tsx'

/** Asks whose card it is, if a contact with other keys has the same name. */
export function SameName({
  contact: { name },
  onSame,
  onOther,
  onBack,
}: {
  contact: ListedContact
  onSame: () => void
  onOther: (name: string) => void
  onBack: () => void
}) {
  const { t } = useTranslation()
  const [other, setOther] = useState('')
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => question.current?.focus(), [])
  const isNamed = contactNameSchema.safeParse(other).success
  return (
    <div className={stackClass({ gap: 12 })}>
      <p ref={question} tabIndex={-1} className={common['strong']}>
        {t('contacts.add.sameName', { name })}
      </p>
      <p>{t('contacts.add.sameNameText', { name })}</p>
      <div>
        <Button onPress={onSame}>{t('contacts.add.samePerson', { name })}</Button>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isNamed) onOther(other)
        }}
      >
        <Stack direction="row" gap={8} lineGap={8} align="end">
          <NameField label={t('contacts.add.otherName')} value={other} onChange={setOther} />
          <Button type="submit" isDisabled={!isNamed}>
            {t('contacts.add.otherPerson')}
          </Button>
        </Stack>
      </form>
      <div>
        <Button kind="quiet" onPress={onBack}>
          {t('contacts.add.back')}
        </Button>
      </div>
    </div>
  )
}
