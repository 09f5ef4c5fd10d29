import { configure } from '@testing-library/react'

// On a busy machine a second is too short for some waits.
configure({ asyncUtilTimeout: 10_000 })
