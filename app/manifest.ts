import type { MetadataRoute } from 'next'

/** Lets a phone put Talong on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Talong',
    short_name: 'Talong',
    lang: 'sv',
    start_url: '/',
    display: 'standalone',
    background_color: '#f3f1ea',
    theme_color: '#f3f1ea',
    icons: [{ src: '/app-icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  }
}
