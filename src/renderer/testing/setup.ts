import { configure } from '@testing-library/react'

// On a busy machine a second is too short for some waits.
configure({ asyncUtilTimeout: 10_000 })

// jsdom has no marks; the app sets some, which only the bench reads.
Object.defineProperty(performance, 'mark', { value: () => undefined })
