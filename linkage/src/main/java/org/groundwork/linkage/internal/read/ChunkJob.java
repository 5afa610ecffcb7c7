// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.groundwork.linkage.Message;
import org.groundwork.linkage.Site;

/** Makes items of the rows of a chunk; run by several threads at once. */
record ChunkJob<T>(Layout layout, BoundTable table, Function<Site, T> make) {

  /** The items of all rows but the first {@code skip}. */
  List<Item<T>> items(Chunk chunk, int skip) {
    var reader = new RowReader(layout, table);
    var items = new ArrayList<Item<T>>(chunk.size());
    for (int row = skip; row < chunk.size(); row++) {
      items.add(item(reader, chunk, row));
    }
    return items;
  }

  private Item<T> item(RowReader reader, Chunk chunk, int row) {
    long line = chunk.line(row);
    return switch (chunk.trouble(row)) {
      case TOO_LONG -> new Item.Refused<>(line, 1, Message.of("row.long", Integer.toString(Limits.ROW_BYTES)));
      case UNCLOSED_QUOTE -> new Item.Refused<>(line, 1, Message.of("row.quote"));
      case NONE -> {
        try {
          reader.take(chunk, row);
          yield item(reader, line, Fields.hash(chunk, row));
        } catch (RowReader.Unusable e) {
          yield new Item.Refused<>(line, e.column(), e.reason());
        }
      }
    };
  }

  private Item<T> item(RowReader reader, long line, long hash) throws RowReader.Unusable {
    if (!table.table().hasSites()) {
      return new Item.Parties<>(line, hash, reader.key(), reader.parties(), reader.offices());
    }
    return layout.tables().size() == 1
        ? new Item.Whole<>(line, hash, make.apply(reader.site()))
        : new Item.Half<>(line, hash, reader.key(), reader.site());
  }
}
