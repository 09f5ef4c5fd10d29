/** Frequent choices that no pattern below covers: the middle column of a keypad, a cross, "love" on a telephone. */
const frequent = new Set(['2580', '0852', '5683', '1004', '147258369', '12369874'])

/** Whether a PIN is among those that people choose most, and so is guessed within a few tries. */
export function isCommonPin(pin: string): boolean {
  return frequent.has(pin) || isRun(pin) || isRepeated(pin) || isDoubled(pin) || isYear(pin)
}

/** 1234, 9876, 7890, 1357: each digit a fixed step from the one before, in a circle; also 1111. */
function isRun(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const steps = new Set(digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10))
  return steps.size <= 1
}

/** 1212, 123123: the same digits again. */
function isRepeated(pin: string): boolean {
  return [2, 3, 4].some((length) => {
    const times = pin.length / length
    return times > 1 && Number.isInteger(times) && pin === pin.slice(0, length).repeat(times)
  })
}

/** 1122, 112233: each digit twice. */
function isDoubled(pin: string): boolean {
  return pin.length % 2 === 0 && /^(?:(\d)\1)+$/.test(pin)
}

/** A year in which a living person was born, or something they remember took place. */
function isYear(pin: string): boolean {
  return /^(?:19|20)\d\d$/.test(pin)
}
