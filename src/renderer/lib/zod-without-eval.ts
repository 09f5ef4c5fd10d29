import { z } from 'zod'

// Zod would try `new Function` to compile its checks, which the content security policy refuses.
z.config({ jitless: true })
