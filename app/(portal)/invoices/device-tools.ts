import { openDeviceStore } from '#app/_components/device-store.ts'
import { livingWindows } from '#app/_invoice/device-windows.ts'
import { draftTransport } from '#app/_invoice/draft-transport.ts'
import type { Autosave } from './autosave.ts'
import { DeviceCopy } from './device-copy.ts'
import { type EditorStore, newLineKey } from './editor-store.ts'
import { Recovery } from './recovery.ts'

type FormParts = { userId: string; invoiceId: string; store: EditorStore; autosave: Autosave }

/** What keeps one window's draft on the device, and what finds there what earlier windows have left. */
export function deviceTools({ userId, invoiceId, store, autosave }: FormParts) {
  const device = new DeviceCopy({
    userId,
    invoiceId,
    windowId: newLineKey(),
    draft: () => store.getSnapshot().draft,
    autosave,
    open: openDeviceStore,
    living: livingWindows,
  })
  const goTo = (path: string) => window.location.assign(path)
  const recovery = new Recovery({ invoiceId, store, autosave, device, transportOf: draftTransport, goTo })
  return { device, recovery }
}
