/**
 * What comes of the work, if it comes in time.
 * @param milliseconds after which it rejects; the work itself goes on
 */
export async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const error = new Error(`There was no answer within ${milliseconds / 1000} s.`)
    timer = setTimeout(() => reject(error), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
