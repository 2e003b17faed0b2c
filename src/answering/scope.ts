/** What somebody is answered from: the company's own notes and prices too, or what everybody may know alone. */
export type Scope = 'company' | 'public'
