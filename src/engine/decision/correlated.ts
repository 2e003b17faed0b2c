/**
 * Draws of normal figures of which only the variances of their differences are known: the first is
 * the reference and does not move, the others move with covariance
 * C_ij = (D_i0 + D_j0 - D_ij) / 2, factored by Cholesky.
 *
 * @param variance variance of the difference of figure i and figure j; 0 for i = j
 * @param normals one column of standard normal numbers a figure, the first unused
 * @returns one column a figure; differences have the variances asked for. Where those contradict each
 * other (no figures can have them), the part that cannot be met is left out.
 * Source: multivariate normal by Cholesky; the covariance is the variogram identity of kriging.
 * Example: variances D_01 = 4, D_02 = 4, D_12 = 4 give columns 1 and 2 variance 4 and covariance 2.
 */
export function correlatedDraws(
  variance: (i: number, j: number) => number,
  normals: readonly Float64Array[],
): Float64Array[] {
  const size = normals.length
  const factor: number[][] = [[]]
  for (let i = 1; i < size; i++) {
    const row: number[] = []
    for (let j = 1; j <= i; j++) {
      const covariance = (variance(i, 0) + variance(j, 0) - variance(i, j)) / 2
      const other = factor[j] ?? row
      let rest = covariance
      for (let k = 0; k < j - 1; k++) rest -= (row[k] ?? 0) * ((j === i ? row : other)[k] ?? 0)
      if (j === i) row.push(Math.sqrt(Math.max(0, rest)))
      else {
        const pivot = other[j - 1] ?? 0
        row.push(pivot > 1e-9 ? rest / pivot : 0)
      }
    }
    factor.push(row)
  }
  return normals.map((column, i) => {
    const drawn = new Float64Array(column.length)
    for (const [k, weight] of (factor[i] ?? []).entries()) {
      const source = normals[k + 1]
      if (source && weight !== 0)
        for (let n = 0; n < drawn.length; n++)
          drawn[n] = (drawn[n] ?? 0) + weight * (source[n] ?? 0)
    }
    return drawn
  })
}
