import { z } from 'zod'
import { longestPassphrase, longestPin, shortestPin } from '../passphrase/limits.ts'
import { longestRecoveryKeyText } from '../recovery-key/recovery-key.ts'
import { isBytes } from './wipe-bytes.ts'

/** A character takes at most this many bytes in UTF-8. */
const mostBytesPerCharacter = 4

const bytesSchema = (least: number, most: number) =>
  z.custom<Uint8Array>((value) => isBytes(value) && value.length >= least && value.length <= most)

/** A passphrase as it crosses to the vault process: UTF-8 of its NFC form. Wiped after the operation. */
export const passphraseSchema = bytesSchema(1, longestPassphrase * mostBytesPerCharacter)

/** A recovery key as it crosses to the vault process: the output of `recoveryKeySymbols`. Wiped after the operation. */
export const recoveryKeySchema = bytesSchema(0, longestRecoveryKeyText)

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** A PIN as it crosses to the vault process: its digits in ASCII. Wiped after the operation. */
export const pinSchema = bytesSchema(shortestPin, longestPin).refine((pin) => pin.every(isDigit))
