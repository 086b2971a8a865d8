'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect } from 'react'
import { Button } from '#app/_components/button.tsx'
import { Dialog } from '#app/_components/dialog.client.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { ActionForm } from '#app/_form/action-form.client.tsx'
import { faultAt, idle, typedAt } from '#app/_server/action-state.ts'
import { maxTemplateName } from '#lib/invoice/template-limits.ts'
import { renameTemplateAction } from './actions.ts'

const fieldId = 'template-new-name'

type RenameProps = { template: { id: string; name: string }; onClose: () => void }

/** *Byt namn*: the name as it is, to be changed. Closes when it is saved. */
export function RenameDialog({ template, onClose }: RenameProps) {
  const words = useTranslations('templates')
  const common = useTranslations('common')
  const [state, send] = useActionState(renameTemplateAction, idle)
  const isDone = state.status === 'ok'
  useEffect(() => {
    if (isDone) closeDialog()
  }, [isDone])
  return (
    <Dialog open onClose={onClose} title={words('rename')}>
      <ActionForm state={state} send={send} fieldIds={{ name: fieldId }}>
        <input type="hidden" name="templateId" value={template.id} />
        <TextField
          id={fieldId}
          name="name"
          label={words('name')}
          maxLength={maxTemplateName}
          required
          defaultValue={typedAt(state, 'name', template.name)}
          error={faultAt(state, 'name')}
        />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={closeDialog}>{words('cancel')}</Button>
          <SubmitButton pendingText={common('saving')}>{common('save')}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  )
}

/** The dialog's own close gives the focus back to what opened it. */
function closeDialog() {
  document.getElementById(fieldId)?.closest('dialog')?.close()
}
