/** A sparse matrix by rows: row r holds the entries from `starts[r]` up to `starts[r + 1]`. */
export type SparseRows = Readonly<{
  starts: Uint32Array
  columns: Uint32Array
  values: Float64Array
}>

/** The matrix times a dense one of `width` columns, both dense ones stored row by row. */
export function times(rows: SparseRows, dense: Float64Array, width: number): Float64Array {
  const count = rows.starts.length - 1
  const product = new Float64Array(count * width)
  for (let r = 0; r < count; r++)
    forEachEntry(rows, r, (column, value) => {
      for (let d = 0; d < width; d++)
        product[r * width + d] =
          (product[r * width + d] as number) + value * (dense[column * width + d] as number)
    })
  return product
}

/** The transposed matrix, of `height` rows, times a dense one of `width` columns. */
export function transposeTimes(
  rows: SparseRows,
  dense: Float64Array,
  width: number,
  height: number,
): Float64Array {
  const product = new Float64Array(height * width)
  for (let r = 0; r < rows.starts.length - 1; r++)
    forEachEntry(rows, r, (column, value) => {
      for (let d = 0; d < width; d++)
        product[column * width + d] =
          (product[column * width + d] as number) + value * (dense[r * width + d] as number)
    })
  return product
}

function forEachEntry(
  { starts, columns, values }: SparseRows,
  row: number,
  visit: (column: number, value: number) => void,
): void {
  for (let i = starts[row] as number; i < (starts[row + 1] as number); i++)
    visit(columns[i] as number, values[i] as number)
}

/** Makes the columns of a dense matrix orthonormal in place (modified Gram-Schmidt); a lost column becomes zeros. */
export function orthonormalise(matrix: Float64Array, width: number): void {
  for (let column = 0; column < width; column++) {
    for (let other = 0; other < column; other++) {
      const along = dotOf(matrix, width, column, other)
      for (let i = 0; i < matrix.length; i += width)
        matrix[i + column] = (matrix[i + column] as number) - along * (matrix[i + other] as number)
    }
    const norm = Math.sqrt(dotOf(matrix, width, column, column))
    for (let i = 0; i < matrix.length; i += width)
      matrix[i + column] = norm > 1e-12 ? (matrix[i + column] as number) / norm : 0
  }
}

function dotOf(matrix: Float64Array, width: number, a: number, b: number): number {
  let sum = 0
  for (let i = 0; i < matrix.length; i += width)
    sum += (matrix[i + a] as number) * (matrix[i + b] as number)
  return sum
}
