import '../styles/index.css'
import { createRoot } from 'react-dom/client'
import { startI18n } from '#renderer/lib/i18n.ts'
import { GalleryPage } from './gallery-page.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

startI18n()
createRoot(root).render(
  <main>
    <GalleryPage />
  </main>,
)
