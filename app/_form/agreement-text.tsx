import type { ReactNode } from 'react'

type Block = { kind: 'title' | 'heading' | 'paragraph'; text: string } | { kind: 'list'; items: string[] }

/**
 * Shows the agreement's Markdown: headings, paragraphs and lists, nothing else. Everything becomes React text, so
 * that no markup of the file can become markup of the page.
 */
export function AgreementText({ markdown }: { markdown: string }) {
  return <article className="grid gap-3">{toBlocks(markdown).map(toElement)}</article>
}

function toBlocks(markdown: string): Block[] {
  return markdown
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('## ')) return { kind: 'heading', text: part.slice(3) }
      if (part.startsWith('# ')) return { kind: 'title', text: part.slice(2) }
      if (!part.startsWith('- ')) return { kind: 'paragraph', text: part.replaceAll(/\s+/g, ' ') }
      const items = part.split(/\n- /).map((item) => item.replace(/^- /, '').replaceAll(/\s+/g, ' '))
      return { kind: 'list', items }
    })
}

function toElement(block: Block): ReactNode {
  if (block.kind === 'list') {
    return (
      <ul key={block.items[0]} className="grid list-disc gap-1.5 ps-5">
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    )
  }
  if (block.kind === 'title') return <h2 key={block.text}>{block.text}</h2>
  if (block.kind === 'heading') {
    return (
      <h3 key={block.text} className="mt-3">
        {block.text}
      </h3>
    )
  }
  return <p key={block.text}>{block.text}</p>
}
