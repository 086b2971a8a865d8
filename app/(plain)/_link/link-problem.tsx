import type { ReactNode } from 'react'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Card } from '#app/_components/paper.tsx'

/** The page of a link that opens nothing: why, and under it the ways on (K1). */
export function LinkProblemPage({
  title,
  text,
  children,
}: {
  title: ReactNode
  text: ReactNode
  children: ReactNode
}) {
  return (
    <>
      <PageHeader title={title} />
      <Card className="grid gap-5">
        <p>{text}</p>
        <div className="flex flex-wrap items-start gap-3">{children}</div>
      </Card>
    </>
  )
}
