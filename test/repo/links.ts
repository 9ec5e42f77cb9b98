import { posix } from 'node:path'

/** Where a page's relative links lead, from the folder in which the page's own path starts. */
export function linksOf(
  page: string,
  markdown: string,
): { path: string; anchor: string | undefined }[] {
  const text = markdown.replace(/^```[^]*?^```/gm, '')
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '')
  return links
    .filter((link) => !/^https?:/.test(link))
    .map((link) => {
      const [path = '', anchor] = link.split('#')
      return { path: path === '' ? page : posix.join(posix.dirname(page), path), anchor }
    })
}
