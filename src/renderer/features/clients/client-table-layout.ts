import { TableLayout } from 'react-aria-components'

type Built = ReturnType<TableLayout<object>['buildRowGroup']>

/** Places the cells of the clients' table. The column with the codes stays at the edge while the others scroll sideways. */
export class ClientTableLayout extends TableLayout<object> {
  protected override isStickyColumn(columnOrCell: { readonly index: number }): boolean {
    return columnOrCell.index === 0
  }

  protected override buildTableHeader() {
    return withoutClipping(super.buildTableHeader())
  }

  protected override buildHeaderRow(...given: Parameters<TableLayout<object>['buildHeaderRow']>) {
    return withoutClipping(super.buildHeaderRow(...given))
  }

  protected override buildRowGroup(...given: Parameters<TableLayout<object>['buildRowGroup']>) {
    return withoutClipping(super.buildRowGroup(...given))
  }

  protected override buildRow(...given: Parameters<TableLayout<object>['buildRow']>) {
    return withoutClipping(super.buildRow(...given))
  }
}

/** A part that clips its content would be what a cell in it stays at the edge of. */
function withoutClipping(built: Built): Built {
  built.layoutInfo.allowOverflow = true
  return built
}
