import { describe, expect, it } from 'vitest'
import { withSections } from '../../bench/report.ts'

const section = (id: string, body: string) => ({ id, title: `About ${id}`, body })

describe('the report of the benchmarks', () => {
  const first = withSections('# Benchmarks\n', [
    section('engine', 'fast'),
    section('import', 'slow'),
  ])
  it('gains the sections that were run, after what stands there', () => {
    expect(first.startsWith('# Benchmarks\n')).toBe(true)
    expect(first).toContain('## About engine\n\nfast')
    expect(first.indexOf('About engine')).toBeLessThan(first.indexOf('About import'))
  })
  it('keeps the sections that were not run as they are', () => {
    const second = withSections(first, [section('engine', 'faster')])
    expect(second).toBe(first.replace('fast\n', 'faster\n'))
  })
  it('refuses a report whose section does not end, instead of eating what follows', () =>
    expect(() =>
      withSections(first.replaceAll('<!-- end -->', ''), [section('engine', 'x')]),
    ).toThrow('The section engine of the report does not end'))
})
