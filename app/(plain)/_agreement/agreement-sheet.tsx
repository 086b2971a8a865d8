import { useTranslations } from 'next-intl'
import { Card, Paper } from '#app/_components/paper.tsx'
import { AgreementText } from '#app/_form/agreement-text.tsx'
import { PrintButton } from './print-button.client.tsx'

/** The agreement to read: what matters most, the whole text, its version, and *Skriv ut* (S3, K2). */
export function AgreementSheet({ version, text }: { version: string; text: string }) {
  const words = useTranslations('agreement')
  const common = useTranslations('common')
  return (
    <>
      <Card className="mb-4">
        <h2>{words('summary')}</h2>
        <ul className="mt-2 grid list-disc gap-1.5 ps-5">
          <li>{words('point1')}</li>
          <li>{words('point2')}</li>
          <li>{words('point3')}</li>
        </ul>
      </Card>
      <Paper className="mb-4">
        <AgreementText markdown={text} />
      </Paper>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <p className="text-hint text-muted">{words('version', { version })}</p>
        <PrintButton>{common('print')}</PrintButton>
      </div>
    </>
  )
}
