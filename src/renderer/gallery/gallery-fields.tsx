import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { NumberEntry } from '#renderer/parts/number-entry.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { TimeField } from '#renderer/ui/time-field.tsx'
import { WordChoice } from '#renderer/ui/word-choice.tsx'
import { gallery } from './words.ts'
import styles from './gallery.module.css'

type Kind = 'withdrawal' | 'confrontation' | 'both'
type Instrument = 'alliance' | 'experience' | 'feelings' | 'emotions'
type Word = 'liking' | 'enjoyment' | 'drained' | 'helpless' | 'frustrated'

const kinds: Kind[] = ['withdrawal', 'confrontation', 'both']
const instruments: Instrument[] = ['alliance', 'experience', 'feelings', 'emotions']
const feelings: Word[] = ['liking', 'enjoyment', 'drained', 'helpless', 'frustrated']

/** Every field at rest, filled, wrong and disabled. */
export function GalleryFields() {
  return (
    <div className={styles['pair']}>
      <GalleryTyping />
      <GalleryChoosing />
    </div>
  )
}

function GalleryTyping() {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const [notes, setNotes] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [search, setSearch] = useState('')
  const [minutes, setMinutes] = useState<number | null>(5)
  const [tooMany, setTooMany] = useState<number | null>(90)
  return (
    <Card title={gallery.fields.rest}>
      <TextField
        label={gallery.fields.text}
        description={gallery.fields.textDescription}
        value={code}
        onChange={setCode}
      />
      <TextField
        label={gallery.fields.text}
        error={gallery.fields.textError}
        value={code}
        onChange={setCode}
      />
      <TextField label={gallery.fields.disabled} value="K-07" onChange={setCode} isDisabled />
      <TextField label={gallery.fields.notes} value={notes} onChange={setNotes} multiline />
      <PassphraseField
        label={gallery.fields.passphrase}
        description={gallery.fields.passphraseDescription}
        value={passphrase}
        onChange={setPassphrase}
        showLabel={t('ui.passphrase.show')}
        hideLabel={t('ui.passphrase.hide')}
        purpose="new"
      />
      <SearchField label={gallery.fields.search} value={search} onChange={setSearch} />
      <Stack direction="row" gap={24} align="start">
        <NumberEntry
          label={gallery.fields.number}
          unit={gallery.fields.minutes}
          value={minutes}
          onChange={setMinutes}
          minimum={1}
          maximum={60}
        />
        <NumberEntry
          label={gallery.fields.number}
          unit={gallery.fields.minutes}
          error={gallery.fields.numberError}
          value={tooMany}
          onChange={setTooMany}
        />
      </Stack>
    </Card>
  )
}

function GalleryChoosing() {
  const { t } = useTranslation()
  const [day, setDay] = useState<string | null>('2025-03-04')
  const [time, setTime] = useState<string | null>('09:30')
  const [noDay, setNoDay] = useState<string | null>(null)
  const [instrument, setInstrument] = useState<Instrument | null>(null)
  const [isAsked, setIsAsked] = useState(true)
  const [kind, setKind] = useState<Kind | null>('withdrawal')
  const [words, setWords] = useState<Word[]>(['liking', 'drained'])
  return (
    <Card title={gallery.fields.states}>
      <Stack direction="row" gap={24} align="start">
        <DateField label={gallery.fields.date} noDay={gallery.fields.noDay} value={day} onChange={setDay} />
        <DateField
          label={gallery.fields.date}
          noDay={gallery.fields.noDay}
          value={noDay}
          onChange={setNoDay}
        />
        <TimeField label={gallery.fields.time} notWhole={t('ui.noTime')} value={time} onChange={setTime} />
      </Stack>
      <SelectField
        label={gallery.fields.select}
        options={instruments.map((value) => ({
          value,
          label: gallery.fields.options[value],
          description: gallery.fields.optionNote,
        }))}
        value={instrument}
        onChange={setInstrument}
        placeholder={t('ui.chooseOne')}
      />
      <div>
        <CheckBox
          label={gallery.fields.check}
          description={gallery.fields.checkDescription}
          isSelected={isAsked}
          onChange={setIsAsked}
        />
        <CheckBox label={gallery.fields.check} isSelected={!isAsked} onChange={(next) => setIsAsked(!next)} />
        <CheckBox label={gallery.fields.disabled} isSelected onChange={setIsAsked} isDisabled />
      </div>
      <ChoiceGroup
        label={gallery.fields.choice}
        options={kinds.map((value) => ({ value, label: gallery.fields[value] }))}
        value={kind}
        onChange={setKind}
        clearLabel={t('ui.clearChoice')}
      />
      <ChoiceGroup
        label={gallery.fields.disabled}
        options={kinds.map((value) => ({ value, label: gallery.fields[value] }))}
        value={kind}
        onChange={setKind}
        isDisabled
      />
      <WordChoice
        label={gallery.fields.words}
        description={gallery.fields.wordsDescription}
        options={feelings.map((value) => ({ value, label: gallery.fields[value] }))}
        value={words}
        onChange={setWords}
      />
    </Card>
  )
}
