/** jsdom has no types of its own. What is used of it: */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options?: { readonly runScripts?: 'dangerously' })
    readonly window: Window & typeof globalThis
  }
}
