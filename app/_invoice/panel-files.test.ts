import { expect, test } from 'vitest'
import { attachmentLimits } from '#lib/forms/attachments.ts'
import { chosenFile, mostFileBytes, sendChosen } from './panel-files.ts'

const words = { unsaved: 'unsaved', lost: 'lost', tooLarge: (name: string) => `too large: ${name}` }

test('the panel and the server agree on how large a file may be', () => {
  expect(mostFileBytes).toBe(attachmentLimits.fileBytes)
})

test('a file that is too large, or whose invoice could not be saved, is refused before it is sent', async () => {
  const sent: number[] = []
  const steps = { ensureSaved: async () => false, onProgress: (percent: number) => sent.push(percent) }
  const large = new File([new Uint8Array(mostFileBytes + 1)], 'stor.pdf')
  expect(await sendChosen('id', { id: 'a', source: large }, words, steps)).toEqual({
    state: 'refused',
    message: 'too large: stor.pdf',
  })
  const small = new File(['%PDF-'], 'liten.pdf')
  expect(await sendChosen('id', { id: 'b', source: small }, words, steps)).toEqual({
    state: 'refused',
    message: 'unsaved',
  })
  expect(sent).toEqual([])
  expect(chosenFile(small, 'new-1')).toMatchObject({ state: 'uploading', fileName: 'liten.pdf' })
})
