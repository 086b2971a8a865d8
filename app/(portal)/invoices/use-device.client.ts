'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { announceWindow } from '#app/_invoice/device-windows.ts'
import { type EditorTools, useTools } from './editor-context.client.tsx'

/** True while this device keeps what is typed; false until it is known, and where it cannot. */
export function useDeviceKeeps(): boolean {
  const { device } = useTools()
  return useSyncExternalStore(device.subscribe, device.getSnapshot, () => false)
}

/** Keeps the draft on the device until the server has it, and looks for what an earlier window has left there. */
export function useDevice({ store, autosave, device, recovery }: EditorTools) {
  useEffect(() => {
    const write = () => device.write()
    const stopDraft = store.onDraftChange(() => device.change())
    const stopSaves = device.follow()
    window.addEventListener('pagehide', write)
    const leave = announceWindow(device.windowId)
    void recovery.look()
    return () => {
      stopDraft()
      window.removeEventListener('pagehide', write)
      // The save on the way out takes the record away when it is through; until then the window is not gone.
      void autosave.flush().finally(() => {
        stopSaves()
        device.close()
        leave()
      })
    }
  }, [store, autosave, device, recovery])
}
