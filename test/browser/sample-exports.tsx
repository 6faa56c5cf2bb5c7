/** The page of exports, as it is first seen and with a mistake. */
import { ExportPage } from '../../src/access/admin/export/export.page.tsx'
import { type GalleryPage, sampleFrame } from './sample-administration.tsx'

/** By name, for the gallery. */
export const exportPages: Record<string, GalleryPage> = {
  'admin-exports': (shell) => (
    <ExportPage frame={sampleFrame(shell)} day="2026-11-23" today="2026-11-23" mistake={null} />
  ),
  'admin-exports-future': (shell) => (
    <ExportPage frame={sampleFrame(shell)} day="2027-11-23" today="2026-11-23" mistake="future" />
  ),
}
