import { configure } from '@testing-library/react'

// What is waited for comes when it comes: on a busy machine a second is not long.
configure({ asyncUtilTimeout: 10_000 })
